import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { isPlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { dayInWords, momentInWords } from '../../lib/dates/dates.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { DateField } from '../../ui/date-field.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconPupils } from '../../ui/icons.ts';
import { ButtonLink, TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { PeopleTabs } from '../../ui/people-tabs.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { toldAbout, undoable } from '../../ui/toast.tsx';
import { AgesTable } from './ages-table.tsx';
import { type Contingent, contingentQuery, useTypeContingent } from './contingent.api.ts';
import { ContingentForm } from './contingent-form.tsx';
import { useContingentTexts } from './contingent-texts.ts';

/** Children by age on a day: what was given, what the list of pupils says, and where they differ. */
export function ContingentPage() {
  const say = useContingentTexts();
  const today = useToday();
  const language = useLanguage();
  const { on } = useSearch({ from: '/inside/people/contingent' });
  const navigate = useNavigate({ from: '/people/contingent' });
  const { data, error, refetch } = useQuery(contingentQuery(on));
  const [typing, setTyping] = useState(false);
  const none = data?.total === 0 && data.listed.total === 0 && data.listed.withoutBirthDate === 0;
  const words = (day: Contingent['on']) => dayInWords(day, today, language);
  const editButton = data?.may.edit && <Button onClick={() => setTyping(true)}>{say('edit')}</Button>;
  return (
    <Page title={say('title')} lead={say('lead')} width="measure" actions={none ? null : editButton}>
      <PeopleTabs />
      <DateField
        label={say('on')}
        max={today}
        value={on && isPlainDate(on) ? on : today}
        onChange={(day) => void navigate({ search: day && day !== today ? { on: day } : {}, replace: true })}
      />
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && none && (
        <EmptyState
          icon={IconPupils}
          title={say('empty.title')}
          example={say('empty.example')}
          action={
            <Group gap="xs">
              {editButton}
              <ButtonLink to="/people/lists" variant="default">
                {say('empty.import')}
              </ButtonLink>
            </Group>
          }
        >
          {say('empty.text')}
        </EmptyState>
      )}
      {data && !none && (
        <Stack gap="md">
          <Text fw={600}>
            {data.typedOn
              ? say('source.typed', { day: words(data.typedOn) })
              : say('source.computed', { day: words(data.on) })}
          </Text>
          <Totals of={data} />
          <AgesTable of={data} />
        </Stack>
      )}
      {data && data.history.length > 0 && <History of={data} />}
      <SidePanel opened={typing} title={say('edit.title')} onClose={() => setTyping(false)}>
        {data && (
          <ContingentForm
            of={data}
            onSaved={(day) => {
              setTyping(false);
              toldAbout(say('edit.saved', { day: words(day) }));
              void navigate({ search: day === today ? {} : { on: day } });
            }}
          />
        )}
      </SidePanel>
    </Page>
  );
}

function Totals({ of }: { of: Contingent }) {
  const say = useContingentTexts();
  return (
    <SimpleGrid cols={3} component="dl" m={0}>
      {(['total', 'from10to19', 'from15to19'] as const).map((key) => (
        <div key={key}>
          <Text component="dt" size="sm" c="dimmed">
            {say(key)}
          </Text>
          <Text component="dd" m={0} fw={600} size="xl">
            {of[key]}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  );
}

function History({ of }: { of: Contingent }) {
  const say = useContingentTexts();
  const today = useToday();
  const language = useLanguage();
  const change = useTypeContingent();
  return (
    <Section title={say('history')}>
      {of.history.map(({ onDay, total, by, at }) => {
        const day = dayInWords(onDay, today, language);
        return (
          <Group key={onDay} justify="space-between" gap="sm">
            <div>
              <Text>{say('history.line', { day, total })}</Text>
              <Text size="sm" c="dimmed">
                {[by, at && momentInWords(at, language)].filter(Boolean).join(', ')}
              </Text>
            </div>
            <Group gap="xs">
              {onDay !== of.typedOn && (
                <TextLink to="/people/contingent" search={{ on: onDay }} size="sm">
                  {say('history.show')}
                </TextLink>
              )}
              {of.may.edit && onDay === of.typedOn && (
                <Button
                  size="xs"
                  variant="default"
                  loading={change.isPending}
                  onClick={() =>
                    change.mutate(
                      { onDay, rows: [] },
                      {
                        onSuccess: () =>
                          undoable(say('history.removed', { day }), () => change.mutateAsync({ onDay, rows: of.rows })),
                      },
                    )
                  }
                >
                  {say('history.remove')}
                </Button>
              )}
            </Group>
          </Group>
        );
      })}
      <RefusalMessage error={change.error} />
    </Section>
  );
}
