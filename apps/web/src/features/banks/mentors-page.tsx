import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMentorColumns } from './bank-columns.tsx';
import { BankView } from './bank-view.tsx';
import { mentorsQuery } from './banks.api.ts';

export function MentorsPage() {
  const filter = useSearch({ from: '/inside/people/mentors' });
  const navigate = useNavigate({ from: '/people/mentors' });
  const columns = useMentorColumns();
  const bank = useInfiniteQuery(mentorsQuery(filter));
  return (
    <BankView
      role="mentor"
      filter={filter}
      columns={columns}
      rows={bank.data?.pages.flatMap((page) => page.rows)}
      first={bank.data?.pages[0]}
      error={bank.error}
      again={() => void bank.refetch()}
      more={bank.hasNextPage ? () => void bank.fetchNextPage() : undefined}
      loadingMore={bank.isFetchingNextPage}
      onFilter={(search) => void navigate({ search, replace: true })}
    />
  );
}
