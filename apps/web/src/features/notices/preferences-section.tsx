import { Alert, Checkbox, Stack } from '@mantine/core';
import type { ReminderKind } from '@nastavnik/contracts/settings';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Loading } from '../../ui/loading.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { kindsQuery, preferencesQuery, saveDeclined } from './notices.api.ts';
import { useNoticesTexts } from './notices-texts.ts';

/** Letters one gets and those one has declined; saved at once. */
export function PreferencesSection() {
  const say = useNoticesTexts();
  const client = useQueryClient();
  const kinds = useQuery(kindsQuery);
  const { data, error, refetch } = useQuery(preferencesQuery);
  const save = useMutation({
    mutationFn: saveDeclined,
    onSuccess: (saved) => {
      client.setQueryData(preferencesQuery.queryKey, saved);
      toldAbout(say('preferences.saved'));
    },
  });
  const declined = (save.isPending ? save.variables : data?.declined) ?? [];
  const turn = (kind: ReminderKind, on: boolean) =>
    save.mutate(on ? declined.filter((one) => one !== kind) : [...declined, kind]);
  const failed = error ?? kinds.error;
  return (
    <Section title={say('preferences.title')} lead={say('preferences.lead')}>
      {failed && <RefusalMessage error={failed} again={() => void Promise.all([refetch(), kinds.refetch()])} />}
      {!failed && !(data && kinds.data) && <Loading lines={4} />}
      {kinds.data && !kinds.data.mailConfigured && <Alert variant="default">{say('preferences.noMail')}</Alert>}
      {data && kinds.data && (
        <Stack gap="sm">
          {kinds.data.templates.map(({ kind, optional }) => (
            <Checkbox
              key={kind}
              label={say(`kind.${kind}`)}
              {...(optional ? {} : { description: say('preferences.always') })}
              checked={!optional || !declined.includes(kind)}
              disabled={!optional || save.isPending}
              onChange={(event) => turn(kind, event.currentTarget.checked)}
            />
          ))}
        </Stack>
      )}
      <RefusalMessage error={save.error} />
    </Section>
  );
}
