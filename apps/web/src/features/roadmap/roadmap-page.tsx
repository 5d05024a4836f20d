import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { Item, Roadmap } from '@nastavnik/contracts/roadmaps';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo } from 'react';
import { spanInWords } from '../../lib/dates/dates.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconRoadmap } from '../../ui/icons.ts';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { HeadActions, PlanHead } from './head/plan-head.tsx';
import { ItemPanel } from './item/item-panel.tsx';
import { AddStage } from './plan/add-item.tsx';
import { chooseItems } from './plan/choose-items.ts';
import { firstOf, groupItems } from './plan/group-items.ts';
import { PlanCards } from './plan/plan-cards.tsx';
import { PlanFilters } from './plan/plan-filters.tsx';
import { columnsOf, PlanTable } from './plan/plan-table.tsx';
import { useGrowing } from './plan/use-growing.ts';
import { useItemEdits } from './plan/use-item-edits.ts';
import { type Column, hiddenColumns, isFiltered, type PlanSearch, type Sort, VIEWS } from './plan-search.ts';
import { roadmapQuery } from './roadmap.api.ts';
import { useRoadmapTexts } from './roadmap-texts.ts';

const Timeline = lazy(() => import('./plan/timeline.tsx').then(({ Timeline: view }) => ({ default: view })));
const MonthCalendar = lazy(() =>
  import('./plan/month-calendar.tsx').then(({ MonthCalendar: view }) => ({ default: view })),
);

/** One roadmap: how it stands, what comes next, and its items. */
export function RoadmapPage() {
  const say = useRoadmapTexts();
  const { roadmapId } = useParams({ from: '/inside/roadmap/$roadmapId' });
  const { data, error, refetch } = useQuery(roadmapQuery(roadmapId));
  if (!data) {
    return error ? (
      <Page title={say('title')}>
        <RefusalMessage error={error} again={() => void refetch()} />
      </Page>
    ) : (
      <Loading />
    );
  }
  return <RoadmapView key={data.id} plan={data} error={error} again={() => void refetch()} />;
}

type Change = { [Key in keyof PlanSearch]?: PlanSearch[Key] | undefined };

function RoadmapView({ plan, error, again }: { plan: Roadmap; error: unknown; again: () => void }) {
  const say = useRoadmapTexts();
  const today = useToday();
  const language = useLanguage();
  const search = useSearch({ from: '/inside/roadmap/$roadmapId' });
  const navigate = useNavigate({ from: '/roadmap/$roadmapId' });
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const edits = useItemEdits(plan.id);

  const change = useCallback(
    (to: Change, replace = true) =>
      void navigate({
        search: (before) =>
          Object.fromEntries(
            Object.entries({ ...before, ...to }).filter(([, value]) => value !== undefined),
          ) as PlanSearch,
        replace,
        resetScroll: false,
      }),
    [navigate],
  );
  const open = useCallback((item: Item) => change({ item: item.id }, false), [change]);

  const items = useMemo(() => chooseItems(plan, search), [plan, search]);
  const filtered = isFiltered(search);
  const groups = useMemo(
    () => groupItems(items, search.group ?? 'stage', plan.stages, plan.may.edit && !filtered),
    [items, search.group, plan.stages, plan.may.edit, filtered],
  );
  const shown = useGrowing(groups.reduce((sum, group) => sum + group.items.length, 0));
  const standing = useMemo(() => firstOf(groups, shown), [groups, shown]);
  const all = useMemo(() => columnsOf(plan), [plan]);
  // Another array of the same columns would draw every row anew.
  const chosenColumns = all.filter((column) => column === 'content' || !hiddenColumns(search).includes(column)).join();
  const columns = useMemo(() => chosenColumns.split(',') as Column[], [chosenColumns]);
  const view = search.view ?? 'table';
  const sort = (by: Sort) =>
    search.sort !== by
      ? change({ sort: by, down: undefined })
      : change(search.down ? { sort: undefined, down: undefined } : { down: true });
  const empty = plan.items.length === 0 && plan.stages.length === 0;

  return (
    <Page
      title={plan.title}
      lead={`${plan.cycle.title} · ${spanInWords({ start: plan.cycle.start, end: plan.cycle.end }, today, language)}`}
      actions={<HeadActions plan={plan} />}
    >
      <PlanHead plan={plan} />
      {error !== null && <RefusalMessage error={error} again={again} />}
      {empty ? (
        <EmptyState icon={IconRoadmap} title={say('empty.title')} example={say('empty.example')}>
          {say(plan.may.edit ? 'empty.text' : 'empty.wait')}
        </EmptyState>
      ) : (
        <Stack gap="sm">
          <SegmentedControl
            className="no-print"
            aria-label={say('view')}
            w="fit-content"
            maw="100%"
            value={view}
            data={VIEWS.map((value) => ({ value, label: say(`view.${value}`) }))}
            onChange={(value) => {
              const chosen = VIEWS.find((each) => each === value);
              change({ view: chosen === 'table' ? undefined : chosen });
            }}
          />
          <PlanFilters plan={plan} search={search} columns={all} onChange={change} />
          <Text component="output" size="sm" c="dimmed">
            {filtered
              ? say('table.shown', { shown: items.length, count: plan.items.length })
              : say('group.items', { count: items.length })}
          </Text>
          <Suspense fallback={<Loading />}>
            {view === 'timeline' && <Timeline plan={plan} groups={standing} openId={search.item} onOpen={open} />}
            {view === 'calendar' && (
              <MonthCalendar
                plan={plan}
                items={items}
                month={search.month}
                onMonth={(month) => change({ month })}
                onOpen={open}
              />
            )}
            {view === 'table' && phone && (
              <PlanCards plan={plan} groups={standing} columns={columns} search={search} edits={edits} onOpen={open} />
            )}
            {view === 'table' && !phone && (
              <PlanTable
                plan={plan}
                groups={standing}
                columns={columns}
                search={search}
                edits={edits}
                onOpen={open}
                onSort={sort}
              />
            )}
          </Suspense>
        </Stack>
      )}
      {plan.may.edit && view === 'table' && !filtered && <AddStage count={plan.stages.length} edits={edits} />}
      <ItemPanel plan={plan} itemId={search.item} edits={edits} onClose={() => change({ item: undefined })} />
    </Page>
  );
}
