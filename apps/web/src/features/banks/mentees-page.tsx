import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMenteeColumns } from './bank-columns.tsx';
import { BankView } from './bank-view.tsx';
import { menteesQuery } from './banks.api.ts';

export function MenteesPage() {
  const filter = useSearch({ from: '/inside/people/mentees' });
  const navigate = useNavigate({ from: '/people/mentees' });
  const columns = useMenteeColumns();
  const bank = useInfiniteQuery(menteesQuery(filter));
  return (
    <BankView
      role="mentee"
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
