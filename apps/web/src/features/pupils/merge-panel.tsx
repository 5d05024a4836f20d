import { Alert, Button, Group, List, Radio, Stack, Text } from '@mantine/core';
import type { mergePreview, personRow } from '@nastavnik/contracts/persons';
import { isPlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { MergedField } from '@nastavnik/domain/people/merge-plan';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { dayInFigures } from '../../lib/dates/dates.ts';
import { useSchoolWords } from '../../lib/school-words/school-words.ts';
import { useLanguage } from '../../lib/texts.ts';
import { Loading } from '../../ui/loading.tsx';
import { PersonName } from '../../ui/person-name.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { undoable } from '../../ui/toast.tsx';
import { previewQuery, useMerge, useUndoMerge } from './merges.api.ts';
import { usePupilsTexts } from './pupils-texts.ts';

type Side = Pick<z.infer<typeof personRow>, 'id' | 'name' | 'place' | 'kinds'>;
type Preview = z.infer<typeof mergePreview>;
type Choices = Readonly<Partial<Record<MergedField, 'kept' | 'gone'>>>;
type MergePanelProps = { one: Side; other: Side; onDone: () => void };

/** Two records become one: which is kept, whose value where they differ, and what goes over. It can be undone. */
export function MergePanel({ one, other, onDone }: MergePanelProps) {
  const say = usePupilsTexts();
  const words = useSchoolWords();
  const [keptId, setKeptId] = useState(one.id);
  const [choices, setChoices] = useState<Choices>({});
  const goneId = keptId === one.id ? other.id : one.id;
  const { data, error, refetch } = useQuery(previewQuery({ keptId, goneId }));
  const merge = useMerge();
  const undo = useUndoMerge();
  const undecided = (data?.conflicts ?? []).filter(({ field }) => !choices[field]);
  const send = () =>
    merge.mutate(
      { keptId, goneId, choices },
      {
        onSuccess: (made) => {
          onDone();
          undoable(say('same.merged', { kept: made.kept.name }), () => undo.mutateAsync(made.id));
        },
      },
    );
  return (
    <Stack gap="lg">
      <Radio.Group
        label={say('same.keep')}
        description={say('same.keepHint')}
        value={keptId}
        onChange={(id) => {
          setKeptId(id);
          setChoices({});
        }}
      >
        <Stack gap="xs" mt="xs">
          {[one, other].map((side) => (
            <Radio
              key={side.id}
              value={side.id}
              label={side.name}
              description={[...side.kinds.map((kind) => words(`kind.${kind}`)), side.place].filter(Boolean).join(', ')}
            />
          ))}
        </Stack>
      </Radio.Group>
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading lines={3} />}
      {data && (
        <>
          <Blocks preview={data} />
          {data.conflicts.map((conflict) => (
            <Conflict
              key={conflict.field}
              conflict={conflict}
              chosen={choices[conflict.field]}
              onChoose={(side) => setChoices({ ...choices, [conflict.field]: side })}
            />
          ))}
          <Moves preview={data} />
          <RefusalMessage error={merge.error} />
          <Group gap="md">
            <Button disabled={data.blocks.length > 0 || undecided.length > 0} loading={merge.isPending} onClick={send}>
              {say('same.do')}
            </Button>
            {undecided.length > 0 && data.blocks.length === 0 && (
              <Text size="sm" c="dimmed">
                {say('same.choose')}
              </Text>
            )}
          </Group>
        </>
      )}
    </Stack>
  );
}

function Blocks({ preview }: { preview: Preview }) {
  const say = usePupilsTexts();
  if (preview.blocks.length === 0) return null;
  return (
    <Alert variant="default" title={say('same.blocked')} role="alert">
      <List size="sm">
        {preview.blocks.map((each) => (
          <List.Item key={`${each.code} ${each.kind ?? ''} ${each.what ?? ''}`}>
            {say(
              each.code === 'merge.related-to-each-other'
                ? 'block.related'
                : each.code === 'merge.slot-taken'
                  ? 'block.slot'
                  : 'block.other',
              { what: kindWord(say, each.kind ?? '') },
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

type ConflictProps = {
  conflict: Preview['conflicts'][number];
  chosen: 'kept' | 'gone' | undefined;
  onChoose: (side: 'kept' | 'gone') => void;
};

function Conflict({ conflict, chosen, onChoose }: ConflictProps) {
  const say = usePupilsTexts();
  const language = useLanguage();
  const shown = (value: string) => (isPlainDate(value) ? dayInFigures(value, language) : value);
  return (
    <Radio.Group
      label={say(`merged.${conflict.field}`)}
      value={chosen ?? ''}
      onChange={(side) => onChoose(side === 'gone' ? 'gone' : 'kept')}
    >
      <Group mt={4} gap="lg">
        <Radio value="kept" label={shown(conflict.kept)} />
        <Radio value="gone" label={shown(conflict.gone)} />
      </Group>
    </Radio.Group>
  );
}

function Moves({ preview }: { preview: Preview }) {
  const say = usePupilsTexts();
  const moved = new Map<string, number>();
  for (const { kind, count } of preview.moves) {
    const word = kindWord(say, kind);
    if (count > 0) moved.set(word, (moved.get(word) ?? 0) + count);
  }
  return (
    <div>
      <Text fw={600}>{say('same.moves')}</Text>
      <Text>
        <PersonName name={preview.kept.name} />
      </Text>
      {moved.size === 0 && <Text c="dimmed">{say('same.nothing')}</Text>}
      <List size="sm">
        {[...moved].map(([word, count]) => (
          <List.Item key={word}>
            {word}: {count}
          </List.Item>
        ))}
      </List>
    </div>
  );
}

function kindWord(say: ReturnType<typeof usePupilsTexts>, kind: string): string {
  return say(`moved.${KINDS[kind] ?? 'other'}`);
}

/** What hangs on a record, by the names of its tables; two tables may be one thing to a person. */
const KINDS: Readonly<Record<string, Moved>> = {
  posts: 'post',
  role_assignments: 'role',
  body_members: 'bodyMembership',
  employees: 'employment',
  pupils: 'enrolment',
  class_places: 'enrolment',
  class_teachers: 'classTeaching',
  representations: 'representation',
  representation: 'representation',
  representedBy: 'representation',
  participants: 'participation',
  participation: 'participation',
  consents: 'consent',
  consent_signers: 'consent',
  memberships: 'account',
  account: 'account',
  outsiders: 'partnerMembership',
  achievements: 'achievement',
  mentee_requests: 'request',
  competence_cards: 'card',
  identity_documents: 'identity',
};
type Moved =
  | 'post'
  | 'role'
  | 'bodyMembership'
  | 'employment'
  | 'enrolment'
  | 'classTeaching'
  | 'representation'
  | 'participation'
  | 'consent'
  | 'account'
  | 'partnerMembership'
  | 'achievement'
  | 'request'
  | 'card'
  | 'identity';
