import { ActionIcon, Button, Group, NativeSelect, Popover, Stack, TextInput } from '@mantine/core';
import { PARTICIPANT_STATES } from '@nastavnik/domain/participants/participant-states';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { usePeopleWords } from '../../lib/people-words/people-words.ts';
import { CategorySelect } from '../../ui/category-select.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { IconClose } from '../../ui/icons.ts';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { type BankFilter, bankSearch, withWord } from './bank-filter.ts';
import { formsQuery, savedFiltersQuery, useForgetFilter, useSaveFilter } from './banks.api.ts';
import { useBanksTexts } from './banks-texts.ts';

/** A choice of the one list: which word of the address it puts to which value. */
const SPECIAL = {
  mentee: [
    ['withoutConsent', 'true'],
    ['toConfirm', 'true'],
    ['needsSupport', 'true'],
    ['answering', 'false'],
    ['answering', 'true'],
  ],
  mentor: [
    ['withoutConsent', 'true'],
    ['toConfirm', 'true'],
    ['accepting', 'true'],
    ['trained', 'true'],
    ['cleared', 'true'],
    ['recommended', 'true'],
    ['answering', 'true'],
    ['answering', 'false'],
  ],
} as const;
/** The same words mean another thing in the other bank. */
const wordOf = (role: 'mentee' | 'mentor', [key, value]: (typeof SPECIAL)['mentee' | 'mentor'][number]) =>
  key === 'answering' ? (`filter.answering.${role}.${value}` as const) : (`filter.${key}` as const);
const SORTS = { mentee: ['name', 'since', 'urgency'], mentor: ['name', 'since'] } as const;

type BankFiltersProps = {
  role: 'mentee' | 'mentor';
  filter: BankFilter;
  onFilter: (filter: BankFilter) => void;
};

/** What of the bank is shown; the address holds it, and a name may be given to it. */
export function BankFilters({ role, filter, onFilter }: BankFiltersProps) {
  const say = useBanksTexts();
  const words = usePeopleWords();
  const forms = useQuery(formsQuery);
  const special = SPECIAL[role].find(([key, value]) => filter[key] === value)?.join('.') ?? '';
  const active = Object.keys(filter).some((key) => key !== 'sort');
  const set = (key: keyof BankFilter, word: string) => onFilter(withWord(filter, key, word));
  return (
    <Stack gap="xs">
      <FilterBar
        search={filter.search ?? ''}
        searchLabel={say('search')}
        active={active}
        onSearch={(text) => set('search', text)}
        onClear={() => onFilter({})}
      >
        <NativeSelect
          aria-label={say('filter.state')}
          value={filter.states ?? ''}
          data={[
            { value: '', label: say('filter.anyState') },
            ...PARTICIPANT_STATES.map((state) => ({ value: state, label: words(`state.${state}`) })),
          ]}
          onChange={(event) => set('states', event.currentTarget.value)}
        />
        <NativeSelect
          aria-label={say('filter.form')}
          value={filter.formId ?? ''}
          data={[
            { value: '', label: say('filter.anyForm') },
            ...(forms.data?.forms ?? [])
              .filter((form) => form.enabled)
              .map((form) => ({ value: form.id, label: form.name })),
          ]}
          onChange={(event) => set('formId', event.currentTarget.value)}
        />
        <NativeSelect
          aria-label={say('filter.special')}
          value={special}
          data={[
            { value: '', label: say('filter.all') },
            ...SPECIAL[role].map((each) => ({ value: each.join('.'), label: say(wordOf(role, each)) })),
          ]}
          onChange={(event) => {
            const rest = SPECIAL[role].reduce((left, [key]) => withWord(left, key, ''), filter);
            const chosen = SPECIAL[role].find((each) => each.join('.') === event.currentTarget.value);
            onFilter(chosen ? withWord(rest, chosen[0], chosen[1]) : rest);
          }}
        />
        <NativeSelect
          aria-label={say('filter.sort')}
          value={filter.sort ?? 'name'}
          data={SORTS[role].map((sort) => ({ value: sort, label: say(`filter.sort.${sort}`) }))}
          onChange={(event) => set('sort', event.currentTarget.value === 'name' ? '' : event.currentTarget.value)}
        />
        {role === 'mentee' && (
          <CategorySelect value={filter.teacherCategory} onChange={(category) => set('teacherCategory', category)} />
        )}
        {role === 'mentor' && <Strength filter={filter} onFilter={onFilter} />}
        {active && <SaveFilter role={role} filter={filter} />}
      </FilterBar>
      <SavedFilters role={role} />
    </Stack>
  );
}

/** Mentors by what they are strong in: a field, a subject, an achievement. */
function Strength({ filter, onFilter }: { filter: BankFilter; onFilter: (filter: BankFilter) => void }) {
  const say = useBanksTexts();
  const known = filter.competence ?? '';
  return (
    <TextInput
      key={known}
      aria-label={say('filter.competence')}
      placeholder={say('filter.competence')}
      defaultValue={known}
      maxLength={100}
      onBlur={(event) => onFilter(withWord(filter, 'competence', event.currentTarget.value.trim()))}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onFilter(withWord(filter, 'competence', event.currentTarget.value.trim()));
      }}
    />
  );
}

function SavedFilters({ role }: { role: 'mentee' | 'mentor' }) {
  const say = useBanksTexts();
  const place = role === 'mentee' ? 'mentees' : 'mentors';
  const { data } = useQuery(savedFiltersQuery);
  const forget = useForgetFilter();
  const own = data?.filters.filter((each) => each.place === place) ?? [];
  if (own.length === 0) return null;
  return (
    <Group component="nav" aria-label={say('saved.title')} gap="xs" className="no-print">
      {own.map((each) => (
        <Group key={each.id} gap={2} wrap="nowrap">
          <Link to={`/people/${place}`} search={bankSearch(each.filter)}>
            {each.name}
          </Link>
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={say('saved.forget', { name: each.name })}
            onClick={() => forget.mutate(each.id)}
          >
            <IconClose size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
    </Group>
  );
}

function SaveFilter({ role, filter }: { role: 'mentee' | 'mentor'; filter: BankFilter }) {
  const say = useBanksTexts();
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const save = useSaveFilter();
  const submit = () =>
    save.mutate(
      { place: role === 'mentee' ? 'mentees' : 'mentors', name: name.trim(), filter },
      {
        onSuccess: () => {
          setOpened(false);
          toldAbout(say('saved.saved', { name: name.trim() }));
        },
      },
    );
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus>
      <Popover.Target>
        <Button variant="subtle" onClick={() => setOpened((open) => !open)}>
          {say('saved.save')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') submit();
          }}
        >
          <Stack gap="sm">
            <TextInput
              label={say('saved.name')}
              value={name}
              maxLength={100}
              data-autofocus
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <RefusalMessage error={save.error} />
            <Button type="submit" loading={save.isPending}>
              {say('saved.save')}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
