import { Checkbox, NativeSelect } from '@mantine/core';
import type { Roadmap } from '@nastavnik/contracts/roadmaps';
import { ColumnChoice } from '../../../ui/column-choice.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { isRunning } from '../item/state-words.ts';
import { type Column, GROUPINGS, hiddenColumns, isFiltered, type PlanSearch, STATE_FILTERS } from '../plan-search.ts';
import { useRoadmapTexts } from '../roadmap-texts.ts';
import { allResponsibles, isInState } from './choose-items.ts';

type PlanFiltersProps = {
  plan: Roadmap;
  search: PlanSearch;
  columns: readonly Column[];
  /** `undefined` takes a part out of the address. */
  onChange: (change: { [Key in keyof PlanSearch]?: PlanSearch[Key] | undefined }) => void;
};

/** What of the plan is looked at; all of it is in the address. */
export function PlanFilters({ plan, search, columns, onChange }: PlanFiltersProps) {
  const say = useRoadmapTexts();
  const hidden = hiddenColumns(search);
  const toggle = (column: string) => {
    const next = columns.filter((each) => (each === column ? !hidden.includes(each) : hidden.includes(each)));
    onChange({ hide: next.length > 0 ? next.join(',') : undefined });
  };
  const states = STATE_FILTERS.map((state) => ({
    state,
    count: plan.items.filter((item) => isInState(item, state)).length,
  })).filter(({ state, count }) => count > 0 || state === search.state);
  const mine = plan.items.some((item) => item.mine) || search.mine;
  return (
    <FilterBar
      search={search.search ?? ''}
      searchLabel={say('filter.search')}
      active={isFiltered(search)}
      onSearch={(words) => onChange({ search: words || undefined })}
      onClear={() =>
        onChange({ search: undefined, state: undefined, who: undefined, stage: undefined, mine: undefined })
      }
    >
      {isRunning(plan) && (
        <NativeSelect
          aria-label={say('filter.state')}
          flex="1 1 11rem"
          maw="13rem"
          value={search.state ?? ''}
          data={[
            { value: '', label: say('filter.anyState') },
            ...states.map(({ state, count }) => ({ value: state, label: `${say(`filter.${state}`)} (${count})` })),
          ]}
          onChange={(event) => onChange({ state: STATE_FILTERS.find((each) => each === event.currentTarget.value) })}
        />
      )}
      <NativeSelect
        aria-label={say('filter.who')}
        value={search.who ?? ''}
        flex="1 1 11rem"
        maw="13rem"
        data={[
          { value: '', label: say('filter.anyone') },
          ...allResponsibles(plan.items).map(({ key, name }) => ({ value: key, label: name })),
        ]}
        onChange={(event) => onChange({ who: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        aria-label={say('filter.stage')}
        value={search.stage ?? ''}
        flex="1 1 11rem"
        maw="13rem"
        data={[
          { value: '', label: say('filter.anyStage') },
          ...plan.stages.map((stage) => ({
            value: stage.id,
            label: [stage.number, stage.title].filter(Boolean).join('. '),
          })),
        ]}
        onChange={(event) => onChange({ stage: event.currentTarget.value || undefined })}
      />
      {mine && (
        <Checkbox
          label={say('filter.mine')}
          checked={search.mine ?? false}
          onChange={(event) => onChange({ mine: event.currentTarget.checked || undefined })}
          py={8}
        />
      )}
      {search.view !== 'calendar' && (
        <NativeSelect
          aria-label={say('group.by')}
          flex="1 1 11rem"
          maw="13rem"
          value={search.group ?? 'stage'}
          data={GROUPINGS.map((group) => ({ value: group, label: say(`group.by.${group}`) }))}
          onChange={(event) => {
            const group = GROUPINGS.find((each) => each === event.currentTarget.value);
            onChange({ group: group === 'stage' ? undefined : group });
          }}
        />
      )}
      {(search.view ?? 'table') === 'table' && (
        <ColumnChoice
          columns={columns.map((column) => ({
            id: column,
            title: say(`column.${column}`),
            main: column === 'content',
          }))}
          isShown={(id) => !hidden.some((column) => column === id)}
          onToggle={toggle}
        />
      )}
    </FilterBar>
  );
}
