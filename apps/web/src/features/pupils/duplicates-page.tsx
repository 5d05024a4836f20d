import { Button, Group, Stack, Text } from '@mantine/core';
import type { duplicatesAnswer } from '@nastavnik/contracts/persons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { momentInWords } from '../../lib/dates/dates.ts';
import { likenessWords, useSchoolWords } from '../../lib/school-words/school-words.ts';
import { useLanguage } from '../../lib/texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconPeople } from '../../ui/icons.ts';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { PeopleTabs } from '../../ui/people-tabs.tsx';
import { PersonName } from '../../ui/person-name.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { MergePanel } from './merge-panel.tsx';
import { duplicatesQuery, mergesQuery, useTellApart, useUndoMerge } from './merges.api.ts';
import { usePupilsTexts } from './pupils-texts.ts';

type Pair = z.infer<typeof duplicatesAnswer>['pairs'][number];

/** Records that are probably one person, and the merges made: each can be undone. */
export function DuplicatesPage() {
  const say = usePupilsTexts();
  const words = useSchoolWords();
  const { data, error, refetch } = useQuery(duplicatesQuery);
  const apart = useTellApart();
  const [opened, setOpened] = useState<Pair>();
  return (
    <Page title={say('same.title')} lead={say('same.lead')}>
      <PeopleTabs />
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.pairs.length === 0 && (
        <EmptyState icon={IconPeople} title={say('same.none')}>
          {say('same.noneText')}
        </EmptyState>
      )}
      {data && data.pairs.length > 0 && (
        <Section title={say('same.found')}>
          {data.pairs.map((pair) => (
            <Group key={`${pair.one.id} ${pair.other.id}`} justify="space-between" gap="sm">
              <div>
                <Text fw={500}>
                  <Named row={pair.one} /> · <Named row={pair.other} />
                </Text>
                <Group gap="xs">
                  <StateBadge tone={pair.strength === 'certain' ? 'soon' : 'quiet'}>
                    {say(pair.strength === 'certain' ? 'same.certain' : 'same.likely')}
                  </StateBadge>
                  <Text size="sm">{likenessWords(words, pair)}</Text>
                </Group>
              </div>
              <Group gap="xs">
                <Button size="xs" variant="default" onClick={() => setOpened(pair)}>
                  {say('same.open')}
                </Button>
                <Button
                  size="xs"
                  variant="subtle"
                  loading={apart.isPending}
                  onClick={() => apart.mutate({ oneId: pair.one.id, otherId: pair.other.id, apart: true })}
                >
                  {say('same.apart')}
                </Button>
              </Group>
            </Group>
          ))}
          <RefusalMessage error={apart.error} />
        </Section>
      )}
      {data && data.apart.length > 0 && <ToldApart pairs={data.apart} />}
      {!error && <Done />}
      <SidePanel
        opened={opened !== undefined}
        title={say('same.panel')}
        size="40rem"
        onClose={() => setOpened(undefined)}
      >
        {opened && <MergePanel one={opened.one} other={opened.other} onDone={() => setOpened(undefined)} />}
      </SidePanel>
    </Page>
  );
}

function Named({ row }: { row: Pair['one'] }) {
  return (
    <>
      <PersonName name={row.name} />
      {row.place ? ` (${row.place})` : ''}
    </>
  );
}

/** Said to be two people: nobody is asked of them again, until somebody takes it back. */
function ToldApart({ pairs }: { pairs: z.infer<typeof duplicatesAnswer>['apart'] }) {
  const say = usePupilsTexts();
  const language = useLanguage();
  const back = useTellApart();
  return (
    <Section title={say('same.toldApart')}>
      {pairs.map(({ one, other, saidBy, saidAt }) => (
        <Group key={`${one.id} ${other.id}`} justify="space-between" gap="sm">
          <Stack gap={0}>
            <Text>
              <Named row={one} /> · <Named row={other} />
            </Text>
            <Text size="sm" c="dimmed">
              {[momentInWords(saidAt, language), saidBy].join(', ')}
            </Text>
          </Stack>
          <Button
            size="xs"
            variant="default"
            loading={back.isPending}
            onClick={() => back.mutate({ oneId: one.id, otherId: other.id, apart: false })}
          >
            {say('same.notApart')}
          </Button>
        </Group>
      ))}
      <RefusalMessage error={back.error} />
    </Section>
  );
}

function Done() {
  const say = usePupilsTexts();
  const language = useLanguage();
  const { data } = useQuery(mergesQuery);
  const undo = useUndoMerge();
  if (!data || data.merges.length === 0) return null;
  return (
    <Section title={say('same.done')}>
      {data.merges.map((each) => (
        <Group key={each.id} justify="space-between" gap="sm">
          <Stack gap={0}>
            <Text>{say('same.into', { gone: each.gone.name, kept: each.kept.name })}</Text>
            <Text size="sm" c="dimmed">
              {[momentInWords(each.mergedAt, language), each.mergedBy].join(', ')}
            </Text>
          </Stack>
          {each.undoneAt ? (
            <StateBadge tone="quiet">{say('same.undone')}</StateBadge>
          ) : (
            each.may.undo && (
              <Button
                size="xs"
                variant="default"
                loading={undo.isPending && undo.variables === each.id}
                onClick={() => undo.mutate(each.id)}
              >
                {say('same.undo')}
              </Button>
            )
          )}
        </Group>
      ))}
      <RefusalMessage error={undo.error} />
    </Section>
  );
}
