import { Button, Group, Stack, Text, Textarea, TextInput, UnstyledButton } from '@mantine/core';
import type { DateSpan } from '@nastavnik/domain/calendar/plain-date';
import type {
  DraftActivity,
  DraftRemark,
  DraftStage,
  RoadmapDraft,
} from '@nastavnik/domain/roadmap-reading/roadmap-draft';
import { memo, useCallback } from 'react';
import { dayInFigures } from '../../lib/dates/dates.ts';
import { useMeaningWords } from '../../lib/deadlines/meaning-words.ts';
import { useLanguage } from '../../lib/texts.ts';
import { ActivityEditor } from './activity-editor.tsx';
import * as edits from './draft-edits.ts';
import { useImportTexts } from './import-texts.ts';
import { LazyField } from './lazy-field.tsx';
import { type DraftSpot, spotKey } from './places.ts';
import classes from './plan-view.module.css';
import type { DraftWork } from './use-draft.ts';

type PlanViewProps = {
  work: DraftWork;
  period: DateSpan | null;
  lit: string | undefined;
  opened: string | undefined;
  onLight: (spot: DraftSpot) => void;
  onOpen: (spot: DraftSpot | undefined) => void;
};

/** The plan as understood: every part can be lit up beside its source, opened and edited where it stands. */
export function PlanView({ work, period, lit, opened, onLight, onOpen }: PlanViewProps) {
  const say = useImportTexts();
  const { draft, change } = work;
  return (
    <Stack gap="md">
      <Head draft={draft} lit={lit} change={change} onLight={onLight} />
      {draft.stages.map((stage, at) => (
        <Stack key={at} gap={4} component="section" aria-label={stage.title}>
          <StageHead
            stage={stage}
            lit={lit === spotKey({ kind: 'stage', stage: at })}
            onLight={() => onLight({ kind: 'stage', stage: at })}
            onChange={(to) => change((whole) => edits.changeStage(whole, at, to))}
            onRemove={draft.stages.length > 1 ? () => change((whole) => edits.removeStage(whole, at)) : undefined}
            id={spotKey({ kind: 'stage', stage: at })}
          />
          {stage.activities.map((activity, number) => {
            const spot: DraftSpot = { kind: 'activity', stage: at, activity: number };
            const key = spotKey(spot);
            const where = { stage: at, activity: number };
            return (
              <div key={key} id={key} className={classes['activity']} data-lit={lit === key}>
                {opened === key ? (
                  <ActivityEditor
                    activity={activity}
                    stages={draft.stages}
                    stage={at}
                    period={period}
                    onChange={(to) => change((whole) => edits.changeActivity(whole, where, to, period))}
                    onMeaning={(index) => change((whole) => edits.chooseMeaning(whole, where, index))}
                    onMove={(toStage) => {
                      onOpen(undefined);
                      change((whole) => edits.moveActivity(whole, where, toStage));
                    }}
                    onRemove={() => {
                      onOpen(undefined);
                      change((whole) => edits.removeActivity(whole, where));
                    }}
                    onClose={() => onOpen(undefined)}
                  />
                ) : (
                  <ActivityRow
                    activity={activity}
                    spot={spot}
                    remarks={draft.remarks}
                    onLight={onLight}
                    onOpen={onOpen}
                  />
                )}
              </div>
            );
          })}
          <Button
            variant="subtle"
            size="compact-sm"
            className={classes['add']}
            onClick={() => {
              const activity = stage.activities.length;
              change((whole) => edits.addActivity(whole, at, say('stage.newActivity')));
              onOpen({ kind: 'activity', stage: at, activity });
            }}
          >
            {say('stage.addActivity')}
          </Button>
        </Stack>
      ))}
      <Button
        variant="default"
        className={classes['add']}
        onClick={() => change((whole) => edits.addStage(whole, say('stage.new')))}
      >
        {say('stage.add')}
      </Button>
    </Stack>
  );
}

type ActivityRowProps = {
  activity: DraftActivity;
  spot: DraftSpot & { kind: 'activity' };
  remarks: readonly DraftRemark[];
  onLight: (spot: DraftSpot) => void;
  onOpen: (spot: DraftSpot) => void;
};

const ActivityRow = memo(function ActivityRow({ activity, spot, onLight, onOpen }: ActivityRowProps) {
  const say = useImportTexts();
  const inWords = useMeaningWords();
  const open = useCallback(() => {
    onLight(spot);
    onOpen(spot);
  }, [onLight, onOpen, spot]);
  const missing = <span className={classes['missing']}>{say('activity.none')}</span>;
  return (
    <UnstyledButton
      className={classes['row']}
      onClick={open}
      aria-label={say('activity.edit', { title: activity.title })}
    >
      {activity.measure && (
        <Text size="xs" c="dimmed">
          {activity.measure}
        </Text>
      )}
      <Text fw={500}>
        {activity.number && <span className={classes['number']}>{activity.number} </span>}
        {activity.title}
      </Text>
      {activity.items.length > 0 && (
        <ul className={classes['items']}>
          {activity.items.map((item, index) => (
            <li key={index}>{item}</li>
          ))}
        </ul>
      )}
      <dl className={classes['facts']}>
        <dt>{say('activity.deadline')}</dt>
        <dd>
          {activity.deadline ? (
            <>
              {activity.deadline.text} <span className={classes['meaning']}>({inWords(activity.deadline)})</span>
            </>
          ) : (
            missing
          )}
        </dd>
        <dt>{say('activity.responsible')}</dt>
        <dd>{activity.responsible?.text ?? missing}</dd>
        <dt>{say('activity.resultShort')}</dt>
        <dd>{activity.result?.text ?? missing}</dd>
        {activity.condition && (
          <>
            <dt>{say('activity.condition')}</dt>
            <dd>{activity.condition}</dd>
          </>
        )}
      </dl>
    </UnstyledButton>
  );
});

type StageHeadProps = {
  stage: DraftStage;
  id: string;
  lit: boolean;
  onLight: () => void;
  onChange: (change: { number?: string | null; title?: string }) => void;
  onRemove: (() => void) | undefined;
};

function StageHead({ stage, id, lit, onLight, onChange, onRemove }: StageHeadProps) {
  const say = useImportTexts();
  return (
    <div id={id} className={classes['stage']} data-lit={lit} onFocus={onLight}>
      <Group gap="xs" wrap="nowrap" align="start">
        <LazyField value={stage.number ?? ''} onKeep={(number) => onChange({ number: number || null })}>
          {(field) => <TextInput aria-label={say('stage.number')} w="4rem" {...field} />}
        </LazyField>
        <LazyField value={stage.title} onKeep={(title) => title && onChange({ title })}>
          {(field) => <Textarea aria-label={say('stage.name')} minRows={1} flex={1} fw={600} {...field} />}
        </LazyField>
      </Group>
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed">
          {say('stage.count', { count: stage.activities.length })}
        </Text>
        {onRemove && (
          <Button variant="subtle" size="compact-sm" onClick={onRemove}>
            {say('stage.remove')}
          </Button>
        )}
      </Group>
      {stage.notes.map((note) => (
        <Text key={note} size="sm" c="dimmed">
          {note}
        </Text>
      ))}
    </div>
  );
}

type HeadProps = {
  draft: RoadmapDraft;
  lit: string | undefined;
  change: DraftWork['change'];
  onLight: (spot: DraftSpot) => void;
};

function Head({ draft, lit, change, onLight }: HeadProps) {
  const say = useImportTexts();
  const language = useLanguage();
  return (
    <Stack gap="xs">
      <LazyField value={draft.title} onKeep={(title) => change((whole) => ({ ...whole, title }))}>
        {(field) => <Textarea label={say('head.title')} {...field} />}
      </LazyField>
      {draft.organizations.length > 0 && (
        <div>
          <Text size="sm" fw={500}>
            {say('head.organizations')}
          </Text>
          {draft.organizations.map(({ name, language }) => (
            <Text key={name} size="sm" lang={language}>
              {name}
            </Text>
          ))}
        </div>
      )}
      <div>
        <Text size="sm" fw={500}>
          {say('head.approvals')}
        </Text>
        {draft.approvals.length === 0 && (
          <Text size="sm" c="dimmed">
            {say('head.noApprovals')}
          </Text>
        )}
        {draft.approvals.map((approval, index) => {
          const spot: DraftSpot = { kind: 'approval', index };
          const key = spotKey(spot);
          return (
            <UnstyledButton
              key={key}
              id={key}
              className={classes['line']}
              data-lit={lit === key}
              onClick={() => onLight(spot)}
            >
              {[
                say(`head.${approval.kind}`),
                approval.body,
                approval.post,
                approval.person,
                approval.date && dayInFigures(approval.date, language),
                approval.document &&
                  `${say(`head.${approval.document.kind}`)} ${approval.document.number ? `№ ${approval.document.number}` : ''} ${approval.document.date ? say('head.of', { date: dayInFigures(approval.document.date, language) }) : ''}`,
              ]
                .filter(Boolean)
                .join(', ')}
            </UnstyledButton>
          );
        })}
      </div>
      {draft.sections.length > 0 && (
        <div>
          <Text size="sm" fw={500}>
            {say('head.sections')}
          </Text>
          {draft.sections.map((section, index) => {
            const spot: DraftSpot = { kind: 'section', index };
            const key = spotKey(spot);
            return (
              <details
                key={key}
                id={key}
                className={classes['line']}
                data-lit={lit === key}
                onToggle={() => onLight(spot)}
              >
                <summary>{section.heading}</summary>
                {section.paragraphs.map((paragraph, number) => (
                  <p key={number}>{paragraph}</p>
                ))}
              </details>
            );
          })}
        </div>
      )}
    </Stack>
  );
}
