import { ActionIcon, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { type requestTheme, themesAnswer } from '@nastavnik/contracts/mentee-requests';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { ask } from '../../lib/api/api.ts';
import { IconRemove, IconUndo } from '../../ui/icons.ts';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { SettingsTabs } from '../../ui/settings-tabs.tsx';
import { toldAbout, undoable } from '../../ui/toast.tsx';
import { useThemesTexts } from './themes-texts.ts';

type Theme = z.infer<typeof requestTheme>;
const AUDIENCES = ['pupil', 'employee', 'student', 'any'] as const;

const themesQuery = queryOptions({
  queryKey: ['request-themes'],
  queryFn: ({ signal }) => ask('GET', '/request-themes', themesAnswer, { signal }),
});

function useThemeChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ method, path, body }: { method: 'POST' | 'PUT'; path: string; body: unknown }) =>
      ask(method, `/request-themes${path}`, z.union([z.null(), z.object({ id: z.string() })]), { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: themesQuery.queryKey }),
  });
}

/** The catalogue of themes that requests choose from. */
export function ThemesPage() {
  const say = useThemesTexts();
  const { data, error, refetch } = useQuery(themesQuery);
  const live = data?.themes.filter((theme) => !theme.archived) ?? [];
  const removed = data?.themes.filter((theme) => theme.archived) ?? [];
  return (
    <Page title={say('title')} lead={say('lead')} width="measure">
      <SettingsTabs />
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.may.edit && <NewTheme />}
      <ThemeList themes={live} mayEdit={data?.may.edit ?? false} />
      {removed.length > 0 && (
        <Section title={say('removed')}>
          <ThemeList themes={removed} mayEdit={data?.may.edit ?? false} />
        </Section>
      )}
    </Page>
  );
}

function ThemeList({ themes, mayEdit }: { themes: readonly Theme[]; mayEdit: boolean }) {
  const say = useThemesTexts();
  const change = useThemeChange();
  const set = (theme: Theme, archived: boolean) =>
    change.mutateAsync({
      method: 'PUT',
      path: `/${theme.id}`,
      body: { name: theme.name, audience: theme.audience, archived },
    });
  const remove = (theme: Theme) =>
    set(theme, true).then(
      () => undoable(say('archived', { name: theme.name }), () => set(theme, false)),
      () => undefined,
    );
  return (
    <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      <RefusalMessage error={change.error} />
      {themes.map((theme) => (
        <li key={theme.id}>
          <Group justify="space-between" wrap="nowrap" gap="sm">
            <div>
              <Text>{theme.name}</Text>
              <Text size="sm" c="dimmed">
                {say(`audience.${theme.audience}`)}
                {theme.requests > 0 && `, ${say('requests', { count: theme.requests })}`}
              </Text>
            </div>
            {mayEdit && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={say(theme.archived ? 'restore' : 'archive', { name: theme.name })}
                onClick={() => void (theme.archived ? set(theme, false).catch(() => undefined) : remove(theme))}
              >
                {theme.archived ? <IconUndo size={18} aria-hidden /> : <IconRemove size={18} aria-hidden />}
              </ActionIcon>
            )}
          </Group>
        </li>
      ))}
    </Stack>
  );
}

function NewTheme() {
  const say = useThemesTexts();
  const change = useThemeChange();
  const [name, setName] = useState('');
  const [audience, setAudience] = useState<string>('any');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(
          { method: 'POST', path: '', body: { name: name.trim(), audience } },
          {
            onSuccess: () => {
              setName('');
              toldAbout(say('added'));
            },
          },
        );
      }}
    >
      <Group align="flex-end" gap="sm">
        <TextInput
          label={say('name')}
          required
          maxLength={200}
          flex="1 1 16rem"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={say('audience')}
          value={audience}
          data={AUDIENCES.map((each) => ({ value: each, label: say(`audience.${each}`) }))}
          onChange={(event) => setAudience(event.currentTarget.value)}
        />
        <Button type="submit" loading={change.isPending} disabled={!name.trim()}>
          {say('add')}
        </Button>
      </Group>
      <RefusalMessage error={change.error} />
    </form>
  );
}
