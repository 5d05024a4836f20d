import { Group, NativeSelect } from '@mantine/core';
import { URGENCIES } from '@nastavnik/domain/participants/request-states';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { usePeopleWords } from '../../lib/people-words/people-words.ts';
import { formsQuery, themesQuery } from './selection.api.ts';
import { type SelectionSearch, selectionSearch } from './selection-search.ts';
import { useSelectionTexts } from './selection-texts.ts';

/** Which requests are shown: by theme, urgency, form, and whether a mentor is in view. */
export function SelectionFilters({ filter }: { filter: SelectionSearch }) {
  const say = useSelectionTexts();
  const words = usePeopleWords();
  const navigate = useNavigate({ from: '/people/selection' });
  const themes = useQuery(themesQuery);
  const forms = useQuery(formsQuery);
  const set = (key: keyof SelectionSearch, word: string) =>
    void navigate({ search: selectionSearch({ ...filter, request: undefined, [key]: word }), replace: true });
  return (
    <Group gap="xs" className="no-print">
      <NativeSelect
        aria-label={say('answered')}
        value={filter.answered ?? ''}
        data={[
          { value: '', label: say('answered.any') },
          { value: 'false', label: say('answered.false') },
          { value: 'true', label: say('answered.true') },
        ]}
        onChange={(event) => set('answered', event.currentTarget.value)}
      />
      <NativeSelect
        aria-label={say('theme')}
        value={filter.themeId ?? ''}
        data={[
          { value: '', label: say('anyTheme') },
          ...(themes.data?.themes ?? []).map((theme) => ({ value: theme.id, label: theme.name })),
        ]}
        onChange={(event) => set('themeId', event.currentTarget.value)}
      />
      <NativeSelect
        aria-label={say('urgency')}
        value={filter.urgency ?? ''}
        data={[
          { value: '', label: say('anyUrgency') },
          ...URGENCIES.toReversed().map((each) => ({ value: each, label: words(`request.urgency.${each}`) })),
        ]}
        onChange={(event) => set('urgency', event.currentTarget.value)}
      />
      <NativeSelect
        aria-label={say('form')}
        value={filter.formId ?? ''}
        data={[
          { value: '', label: say('anyForm') },
          ...(forms.data?.forms ?? [])
            .filter(({ enabled }) => enabled)
            .map((form) => ({ value: form.id, label: form.name })),
        ]}
        onChange={(event) => set('formId', event.currentTarget.value)}
      />
    </Group>
  );
}
