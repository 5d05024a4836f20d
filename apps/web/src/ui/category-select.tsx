import { NativeSelect } from '@mantine/core';
import { ownCategoriesAnswer } from '@nastavnik/contracts/persons';
import { TEACHER_MENTEE_CATEGORIES } from '@nastavnik/domain/people/teacher-facts';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../lib/api/api.ts';
import { categoryWords, usePeopleWords } from '../lib/people-words/people-words.ts';

type CategorySelectProps = { value: string | undefined; onChange: (category: string) => void };

/** PB1: lists of teachers are sifted by a category, the school's own words among them. */
export function CategorySelect({ value = '', onChange }: CategorySelectProps) {
  const words = usePeopleWords();
  // Whoever sees no employees is refused the school's own words and sifts by the others.
  const { data } = useQuery({
    queryKey: ['employees', 'own-categories'],
    queryFn: ({ signal }) => ask('GET', '/teacher-categories', ownCategoriesAnswer, { signal }),
    retry: false,
  });
  const all = new Set([...TEACHER_MENTEE_CATEGORIES, ...(data?.own ?? []), ...(value ? [value] : [])]);
  return (
    <NativeSelect
      aria-label={words('category.of')}
      value={value}
      data={[
        { value: '', label: words('category.any') },
        ...[...all].map((category) => ({ value: category, label: categoryWords(words, category) })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
