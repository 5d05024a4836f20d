import { type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { TableColumn } from '../../ui/data-table.tsx';
import { type MenteeRow, type MentorRow, useMenteeColumns, useMentorColumns } from './bank-columns.tsx';
import type { BankFilter } from './bank-filter.ts';
import { BankView, type FirstPage } from './bank-view.tsx';
import { menteesQuery, mentorsQuery } from './banks.api.ts';

export function MenteesPage() {
  const filter = useSearch({ from: '/inside/people/mentees' });
  return (
    <Bank role="mentee" filter={filter} columns={useMenteeColumns()} bank={useInfiniteQuery(menteesQuery(filter))} />
  );
}

export function MentorsPage() {
  const filter = useSearch({ from: '/inside/people/mentors' });
  return (
    <Bank role="mentor" filter={filter} columns={useMentorColumns()} bank={useInfiniteQuery(mentorsQuery(filter))} />
  );
}

type BankProps<Row extends MenteeRow | MentorRow> = {
  role: 'mentee' | 'mentor';
  filter: BankFilter;
  columns: TableColumn<Row>[];
  bank: UseInfiniteQueryResult<{ readonly pages: readonly (FirstPage & { readonly rows: Row[] })[] }>;
};

function Bank<Row extends MenteeRow | MentorRow>({ role, filter, columns, bank }: BankProps<Row>) {
  const navigate = useNavigate({ from: role === 'mentee' ? '/people/mentees' : '/people/mentors' });
  return (
    <BankView
      role={role}
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
