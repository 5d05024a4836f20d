import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ImportAnswer, RereadAnswer } from '@nastavnik/contracts/imports';
import type { DateSpan } from '@nastavnik/domain/calendar/plain-date';
import type { ColumnMeaning, RoadmapDraft } from '@nastavnik/domain/roadmap-reading/roadmap-draft';
import type { SourceDocument, SourcePlace } from '@nastavnik/domain/source/source-document';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { ColumnsBar } from './columns-bar.tsx';
import { ConfirmStep } from './confirm-step.tsx';
import { remarkKey } from './draft-edits.ts';
import { importQuery, reread } from './import.api.ts';
import { useImportTexts } from './import-texts.ts';
import { LostEdits } from './lost-edits.tsx';
import { PeriodBar } from './period-bar.tsx';
import { type DraftSpot, placedSpots, placeKey, sourceOf, spotAt, spotKey, titleOf } from './places.ts';
import { PlanView } from './plan-view.tsx';
import { Remarks } from './remarks.tsx';
import classes from './review.module.css';
import { SourceView } from './source-view.tsx';
import { needlessKey, Tray } from './tray.tsx';
import { useDraft } from './use-draft.ts';

type Ready = Omit<ImportAnswer, 'draft' | 'source'> & {
  readonly draft: RoadmapDraft;
  readonly source: SourceDocument;
};

/** What the last re-reading had no room for, and the plan before it. */
type Lost = { readonly edits: RereadAnswer['edits']['lost']; readonly before: RoadmapDraft };

/** The file beside the plan as understood: look, correct, walk through what is doubtful, confirm. */
export function Review({ answer }: { answer: Ready }) {
  const say = useImportTexts();
  const client = useQueryClient();
  const work = useDraft(answer);
  const narrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false });
  const [side, setSide] = useState<'source' | 'plan'>('plan');
  const [step, setStep] = useState<'review' | 'confirm'>('review');
  const [spot, setSpot] = useState<DraftSpot>();
  const [place, setPlace] = useState<SourcePlace>();
  const [opened, setOpened] = useState<DraftSpot>();
  const [walk, setWalk] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [lost, setLost] = useState<Lost>();
  const period: DateSpan | null = answer.period;

  const placed = useMemo(() => placedSpots(work.draft), [work.draft]);
  const light = useCallback(
    (to: DraftSpot) => {
      setSpot(to);
      const source = sourceOf(placed, to);
      setPlace(source);
      if (source) scrollTo(`[data-place="${placeKey(source)}"]`);
    },
    [placed],
  );
  const pick = useCallback(
    (at: SourcePlace) => {
      setPlace(at);
      const found = spotAt(placed, at);
      setSpot(found);
      setSide('plan');
      if (found) scrollTo(`#${spotKey(found)}`);
      // On a narrow screen the paper gives way to the plan, and the focus goes with it.
      if (found && narrow) focusIn(`#${spotKey(found)}`);
    },
    [placed, narrow],
  );

  const open = [
    ...work.draft.remarks.map((remark) => ({
      key: remarkKey(remark),
      id: `remark-${remarkKey(remark)}`,
      source: remark.source,
    })),
    ...work.draft.unrecognized.map((piece, index) => ({
      key: needlessKey(piece),
      id: spotKey({ kind: 'unrecognized', index }),
      source: piece.source,
    })),
  ].filter(({ key }) => !work.settled.includes(key));
  const go = (step: 1 | -1) => {
    if (open.length === 0) return;
    const at = open.findIndex(({ key }) => key === walk);
    const next = open[at === -1 ? (step === 1 ? 0 : open.length - 1) : (at + step + open.length) % open.length]!;
    setWalk(next.key);
    setSide('plan');
    if (next.source) {
      setPlace(next.source);
      scrollTo(`[data-place="${placeKey(next.source)}"]`);
    }
    requestAnimationFrame(() => {
      const element = document.getElementById(next.id);
      element?.scrollIntoView({ block: 'center' });
      element?.querySelector('button')?.focus({ preventScroll: true });
    });
  };

  const readAgain = async (change: { period?: DateSpan; columns?: ColumnMeaning[] }) => {
    setBusy(true);
    setError(undefined);
    try {
      const version = await work.flush();
      const before = work.draft;
      const fresh = await reread(answer.id, {
        version,
        period: change.period ?? period,
        columns: change.columns ?? null,
      });
      client.setQueryData(importQuery(answer.id).queryKey, fresh);
      work.take(fresh);
      const { kept, lost: gone } = fresh.edits;
      setLost({ edits: gone, before });
      toldAbout(kept > 0 ? say('reread.kept', { count: kept }) : say('reread.done'));
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.altKey && event.key === 'ArrowDown') {
        event.preventDefault();
        go(1);
      } else if (event.altKey && event.key === 'ArrowUp') {
        event.preventDefault();
        go(-1);
      }
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  });

  if (step === 'confirm' && period) {
    return (
      <ConfirmStep answer={answer} work={work} period={period} left={open.length} onBack={() => setStep('review')} />
    );
  }
  const lit = spot && spotKey(spot);
  const part = spot && titleOf(work.draft, spot);
  const told = place && (part ? say('source.told', { part }) : say('source.toldNothing'));
  return (
    <Stack gap="sm">
      <Stack gap="xs" className={classes['bar']}>
        <Group gap="xs" justify="space-between">
          <Group gap="xs">
            <Text fw={600} aria-live="polite">
              {open.length === 0 ? say('review.allChecked') : say('review.left', { count: open.length })}
            </Text>
            <Button
              size="compact-sm"
              variant="default"
              disabled={open.length === 0}
              onClick={() => go(-1)}
              aria-keyshortcuts="Alt+ArrowUp"
            >
              {say('review.previous')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              disabled={open.length === 0}
              onClick={() => go(1)}
              aria-keyshortcuts="Alt+ArrowDown"
            >
              {say('review.next')}
            </Button>
            <Button size="compact-sm" variant="subtle" disabled={!work.canUndo} onClick={work.undo}>
              {say('review.undo')}
            </Button>
            <Text size="sm" c="dimmed" component="output">
              {say(`review.${work.saving}`)}
            </Text>
          </Group>
          <Button disabled={!period || work.draft.stages.length === 0} onClick={() => setStep('confirm')}>
            {say('review.confirm')}
          </Button>
        </Group>
        {narrow && (
          <SegmentedControl
            fullWidth
            value={side}
            onChange={(value) => setSide(value as 'source' | 'plan')}
            data={[
              { value: 'source', label: say('review.source') },
              { value: 'plan', label: say('review.plan') },
            ]}
          />
        )}
      </Stack>
      <RefusalMessage error={error ?? work.error} />
      <PeriodBar
        key={`${period?.start}${period?.end}`}
        period={period}
        busy={busy}
        onRead={(to) => void readAgain({ period: to })}
      />
      <ColumnsBar
        key={work.draft.columns.join()}
        columns={work.draft.columns}
        busy={busy}
        onRead={(columns) => void readAgain({ columns })}
      />
      {lost && lost.edits.length > 0 && (
        <LostEdits
          lost={lost.edits}
          onUndo={() => {
            work.change(() => lost.before);
            setLost(undefined);
          }}
          onClose={() => setLost(undefined)}
        />
      )}
      <div className={classes['panes']}>
        {/* A pane that scrolls has to be reachable with the keyboard. */}
        {(!narrow || side === 'source') && (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <section className={classes['pane']} aria-label={say('review.source')} tabIndex={0}>
            <SourceView source={answer.source} lit={place && placeKey(place)} told={told} onPick={pick} />
          </section>
        )}
        {(!narrow || side === 'plan') && (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <section className={classes['pane']} aria-label={say('review.plan')} tabIndex={0}>
            <Stack gap="lg">
              <Remarks
                work={work}
                period={period}
                current={walk}
                onShow={(remark) => {
                  if (!remark.source) return;
                  setSide('source');
                  pick(remark.source);
                }}
              />
              <PlanView
                work={work}
                period={period}
                lit={lit}
                opened={opened && spotKey(opened)}
                onLight={light}
                onOpen={setOpened}
              />
              <Tray
                work={work}
                lit={lit}
                onLight={(to) => {
                  if (narrow) setSide('source');
                  light(to);
                }}
              />
            </Stack>
          </section>
        )}
      </div>
    </Stack>
  );
}

function focusIn(selector: string): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`${selector} :is(button, input, textarea)`)?.focus({ preventScroll: true }),
  );
}

/** After the change is drawn: a pane may only then be there. */
function scrollTo(selector: string): void {
  requestAnimationFrame(() => document.querySelector(selector)?.scrollIntoView({ block: 'center' }));
}
