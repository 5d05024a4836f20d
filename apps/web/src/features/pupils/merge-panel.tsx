import { Alert, Button, Group, List, Radio, Stack, Text } from '@mantine/core';
import type { mergePreview } from '@nastavnik/contracts/persons';
import { isPlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { MergedField } from '@nastavnik/domain/people/merge-plan';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { dayInFigures } from '../../lib/dates/dates.ts';
import { useLanguage } from '../../lib/texts.ts';
import { Loading } from '../../ui/loading.tsx';
import { PersonName } from '../../ui/person-name.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { undoable } from '../../ui/toast.tsx';
import { previewQuery, useMerge, useUndoMerge } from './merges.api.ts';
import { usePupilsTexts } from './pupils-texts.ts';

type Side = { readonly id: string; readonly name: string; readonly place: string | null };
type Preview = z.infer<typeof mergePreview>;
type Choices = Readonly<Partial<Record<MergedField, 'kept' | 'gone'>>>;
type MergePanelProps = { one: Side; other: Side; onDone: () => void };

/** Two records become one: which is kept, whose value where they differ, and what goes over. It can be undone. */
export function MergePanel({ one, other, onDone }: MergePanelProps) {
  const say = usePupilsTexts();
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
            <Radio key={side.id} value={side.id} label={side.name} description={side.place ?? undefined} />
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
              { what: each.what ?? kindWord(say, each.kind ?? '') },
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
  const moved = preview.moves.filter(({ count }) => count > 0);
  return (
    <div>
      <Text fw={600}>{say('same.moves')}</Text>
      <Text>
        <PersonName name={preview.kept.name} />
      </Text>
      {moved.length === 0 && <Text c="dimmed">{say('same.nothing')}</Text>}
      <List size="sm">
        {moved.map(({ kind, count }) => (
          <List.Item key={kind}>
            {kindWord(say, kind)}: {count}
          </List.Item>
        ))}
      </List>
    </div>
  );
}

function kindWord(say: ReturnType<typeof usePupilsTexts>, kind: string): string {
  const known = KINDS.find((each) => each === kind);
  return say(known ? `moved.${known}` : 'moved.other');
}

const KINDS = [
  'post',
  'role',
  'bodyMembership',
  'enrolment',
  'classTeaching',
  'representation',
  'representedBy',
  'participation',
  'consent',
  'account',
  'partnerMembership',
  'achievement',
  'request',
] as const;
