import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import type { RollOverAnswer } from '@nastavnik/contracts/roll-over';
import { LAST_GRADE } from '@nastavnik/domain/people/class-name';
import { parseClassName, printClassName } from '@nastavnik/domain/people/class-names';
import { LEAVING_REASONS } from '@nastavnik/domain/people/roll-over-plan';
import { useMemo, useState } from 'react';
import { useSchoolWords } from '../../lib/school-words/school-words.ts';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { Section } from '../../ui/section.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { ClassDecision, Decisions, PupilDecision } from './decisions.ts';
import { NewName } from './new-name.tsx';
import { PupilFates } from './pupil-fates.tsx';
import { useYearTexts } from './year-texts.ts';

type OldClass = RollOverAnswer['from'][number];
type ClassesSectionProps = {
  plan: RollOverAnswer;
  decisions: Decisions;
  onClass: (classId: string, decision: ClassDecision | undefined) => void;
  onPupil: (pupilId: string, decision: PupilDecision | undefined) => void;
};

/** Each class of the year that ends, and what becomes of it. */
export function ClassesSection({ plan, decisions, onClass, onPupil }: ClassesSectionProps) {
  const say = useYearTexts();
  const [opened, setOpened] = useState<string>();
  const open = plan.from.find(({ id }) => id === opened);
  const without = plan.pupils.filter(({ fromClassId }) => fromClassId === null);
  const columns = useMemo<TableColumn<OldClass>[]>(
    () => [
      {
        id: 'name',
        title: say('column.class'),
        cell: (row) => row.name,
        sortBy: (row) => row.name,
        main: true,
        width: '6rem',
      },
      {
        id: 'fate',
        title: say('column.fate'),
        stacked: true,
        cell: (row) => (
          <ClassFate one={row} decision={decisions.classes[row.id]} onDecide={(next) => onClass(row.id, next)} />
        ),
      },
      {
        id: 'teacher',
        title: say('column.teacher'),
        stacked: true,
        cell: (row) => (
          <TeacherFate one={row} decision={decisions.classes[row.id]} onDecide={(next) => onClass(row.id, next)} />
        ),
      },
      {
        id: 'pupils',
        title: say('column.pupils'),
        cell: (row) => <Otherwise plan={plan} one={row} onOpen={() => setOpened(row.id)} />,
        sortBy: (row) => row.pupils,
      },
    ],
    [decisions.classes, onClass, plan, say],
  );
  return (
    <Section title={say('classes.title')} lead={say('classes.lead')}>
      <DataTable caption={say('classes.title')} rows={plan.from} columns={columns} rowKey={(row) => row.id} />
      {without.length > 0 && (
        <Group gap="xs">
          <Text>{say('without', { count: without.length })}</Text>
          <Button size="compact-sm" variant="subtle" onClick={() => setOpened('')}>
            {say('pupils.open')}
          </Button>
        </Group>
      )}
      <SidePanel
        opened={opened !== undefined}
        title={open ? say('pupils.title', { name: open.name }) : say('pupils.without')}
        size="40rem"
        onClose={() => setOpened(undefined)}
      >
        {opened !== undefined && (
          <PupilFates
            plan={plan}
            pupils={plan.pupils.filter(({ fromClassId }) => (fromClassId ?? '') === opened)}
            decisions={decisions.pupils}
            onDecide={onPupil}
          />
        )}
      </SidePanel>
    </Section>
  );
}

type FateProps = {
  one: OldClass;
  decision: ClassDecision | undefined;
  onDecide: (decision: ClassDecision | undefined) => void;
};

function ClassFate({ one, decision, onDecide }: FateProps) {
  const say = useYearTexts();
  const words = useSchoolWords();
  const kind = decision?.fate.kind;
  const usual = one.grade === LAST_GRADE ? say('fate.graduate') : say('fate.up', { name: above(one) });
  const value =
    kind === 'leave' ? `leave ${decision?.fate.kind === 'leave' ? decision.fate.reason : ''}` : (kind ?? '');
  const up = parseClassName(above(one));
  const named =
    decision && decision.fate.kind !== 'leave' && decision.fate.to
      ? { ...decision.fate, to: decision.fate.to }
      : undefined;
  const set = (chosen: string) => {
    const teacher = decision?.teacher === undefined ? {} : { teacher: decision.teacher };
    const reason = LEAVING_REASONS.find((each) => chosen === `leave ${each}`);
    if (reason) return onDecide({ fate: { kind: 'leave', reason }, ...teacher });
    if ((chosen === 'moveUp' || chosen === 'mergeInto') && up)
      return onDecide({ fate: { kind: chosen, to: up }, ...teacher });
    return onDecide(decision?.teacher === undefined ? undefined : { fate: { kind: 'moveUp' }, ...teacher });
  };
  return (
    <Stack gap={4}>
      <NativeSelect
        aria-label={say('fate.of', { name: one.name })}
        value={value}
        data={[
          one.needsDecision && one.grade !== LAST_GRADE
            ? { value: '', label: say('fate.choose') }
            : { value: '', label: usual },
          ...(up ? [{ value: 'moveUp', label: say(one.needsDecision ? 'fate.goOn' : 'fate.named') }] : []),
          ...(up ? [{ value: 'mergeInto', label: say('fate.merge') }] : []),
          ...LEAVING_REASONS.map((reason) => ({
            value: `leave ${reason}`,
            label: say('fate.leave', { reason: words(`leaving.${reason}`) }),
          })),
        ]}
        onChange={(event) => set(event.currentTarget.value)}
      />
      {one.needsDecision && !decision && one.grade !== LAST_GRADE && (
        <div>
          <StateBadge tone="late">{say('fate.needed')}</StateBadge>
        </div>
      )}
      {named && (
        <NewName
          key={printClassName(named.to)}
          name={printClassName(named.to)}
          label={say('fate.name')}
          onName={(to) => onDecide({ ...decision, fate: { kind: named.kind, to } })}
        />
      )}
    </Stack>
  );
}

function TeacherFate({ one, decision, onDecide }: FateProps) {
  const say = useYearTexts();
  if (decision?.fate.kind === 'leave' || (one.grade === LAST_GRADE && !decision)) return one.teacher?.name ?? '–';
  if (!one.teacher) return say('teacher.none');
  return (
    <NativeSelect
      aria-label={say('teacher.of', { name: one.name })}
      value={decision?.teacher === 'leaves' ? 'leaves' : 'goesAlong'}
      data={[
        { value: 'goesAlong', label: say('teacher.goesAlong', { name: one.teacher.name }) },
        { value: 'leaves', label: say('teacher.leaves') },
      ]}
      onChange={(event) => {
        const fate = decision?.fate ?? { kind: 'moveUp' as const };
        if (event.currentTarget.value === 'leaves') onDecide({ fate, teacher: 'leaves' });
        else onDecide(fate.kind === 'moveUp' && !fate.to ? undefined : { fate });
      }}
    />
  );
}

function Otherwise({ plan, one, onOpen }: { plan: RollOverAnswer; one: OldClass; onOpen: () => void }) {
  const say = useYearTexts();
  const own = plan.pupils.filter(({ fromClassId }) => fromClassId === one.id);
  const repeats = own.filter(({ fate }) => fate === 'repeats').length;
  const changes = own.filter(({ fate }) => fate === 'changesClass').length;
  const leaves = own.filter(({ fate }) => fate === 'leaves').length;
  const otherwise = [
    repeats > 0 && say('n.repeat', { count: repeats }),
    changes > 0 && say('n.change', { count: changes }),
    leaves > 0 && say('n.leave', { count: leaves }),
  ].filter(Boolean);
  return (
    <Group gap="xs">
      <Text size="sm">{[String(one.pupils), ...otherwise].join(', ')}</Text>
      <Button size="compact-sm" variant="subtle" aria-label={say('pupils.openOf', { name: one.name })} onClick={onOpen}>
        {say('pupils.open')}
      </Button>
    </Group>
  );
}

function above({ grade, name }: OldClass): string {
  return name.replace(String(grade), String(grade + 1));
}
