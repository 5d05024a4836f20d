import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import type { SchoolClass } from '@nastavnik/contracts/classes';
import { can } from '@nastavnik/domain/access/can';
import { schoolYearOf } from '@nastavnik/domain/calendar/school-year';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { classesQuery, type PupilFilter, pupilsQuery } from '../../lib/school/school.api.ts';
import { schoolYearWords } from '../../lib/school-words/school-words.ts';
import { useMay, useSession, useToday } from '../../lib/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { IconAdd, IconKey, IconPersonAdd, IconPupils } from '../../ui/icons.ts';
import { ButtonLink, TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { PeopleTabs } from '../../ui/people-tabs.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import styles from './class-choice.module.css';
import { ClassChoice } from './class-choice.tsx';
import { ClassHead } from './class-head.tsx';
import { NewClassForm } from './new-class-form.tsx';
import { NewPupilForm } from './new-pupil-form.tsx';
import { usePupilColumns } from './pupil-columns.tsx';
import { PupilPanel } from './pupil-panel.tsx';
import { ONLY, type PupilSearch } from './pupil-search.ts';
import { PupilsTable } from './pupils-table.tsx';
import { usePupilsTexts } from './pupils-texts.ts';

/** The pupils of the school by class; a class teacher's own class. The filter and the open card live in the address. */
export function PupilsPage() {
  const say = usePupilsTexts();
  const filter = useSearch({ from: '/inside/people/pupils' });
  const navigate = useNavigate({ from: '/people/pupils' });
  const today = useToday();
  const givesCodes = useMay('giveCodes');
  const seesNumbers = useMay('seeIndicators');
  const [adding, setAdding] = useState<'pupil' | 'class'>();
  const classes = useQuery(classesQuery(filter.year));
  const seen = classes.data?.classes.filter(({ may }) => may.seePupils) ?? [];
  const ownOnly = seen.length > 0 && !classes.data?.may.add && seen.every(({ own }) => own);
  const onlyOne = ownOnly && seen.length === 1 ? seen[0] : undefined;
  const chosen = seen.find(({ id }) => id === filter.class) ?? onlyOne;
  const asked = pupilFilter(filter, chosen);
  const pupils = useInfiniteQuery({ ...pupilsQuery(asked), enabled: classes.data !== undefined });
  const rows = pupils.data?.pages.flatMap((page) => page.pupils);
  const first = pupils.data?.pages[0];
  const asker = { roles: useSession().active?.roles ?? [] };
  const otherYear = filter.year === schoolYearOf(today) ? undefined : filter.year;
  const checks =
    chosen !== undefined &&
    otherYear === undefined &&
    can(asker, 'representative.verify', chosen.own ? ['ownClass'] : []);
  const columns = usePupilColumns(chosen !== undefined, otherYear);
  const go = (change: Partial<Record<keyof PupilSearch, string | number | undefined>>, replace = false) =>
    void navigate({ search: clean({ ...filter, ...change }), replace });
  const filtered = Boolean(filter.search || filter.only);
  const none = rows?.length === 0 && !filtered && !chosen && otherYear === undefined;
  const error = classes.error ?? pupils.error;
  const actions = (
    <>
      {givesCodes && rows && rows.length > 0 && (
        <ButtonLink
          to="/people/codes"
          search={chosen ? { class: chosen.id } : {}}
          variant="default"
          leftSection={<IconKey size={18} aria-hidden />}
        >
          {say('codes')}
        </ButtonLink>
      )}
      {classes.data?.may.add && (
        <Button variant="default" leftSection={<IconAdd size={18} aria-hidden />} onClick={() => setAdding('class')}>
          {say('class.add')}
        </Button>
      )}
      {first?.may.add && (
        <Button
          variant={none ? 'default' : 'filled'}
          leftSection={<IconPersonAdd size={18} aria-hidden />}
          onClick={() => setAdding('pupil')}
        >
          {say('add')}
        </Button>
      )}
    </>
  );
  return (
    <Page
      title={ownOnly ? say('ownTitle', { count: seen.length }) : say('title')}
      lead={onlyOne ? say('ownLead', { name: onlyOne.name, count: onlyOne.pupils }) : say('lead')}
      actions={none ? null : actions}
    >
      <PeopleTabs />
      {error && <RefusalMessage error={error} again={() => void (classes.refetch(), pupils.refetch())} />}
      {!rows && !error && <Loading />}
      {none && (
        <EmptyState
          icon={IconPupils}
          title={say('empty.title')}
          example={say('empty.example')}
          action={
            first?.may.import ? (
              <Group gap="xs">
                <ButtonLink to="/people/lists">{say('empty.import')}</ButtonLink>
                {actions}
              </Group>
            ) : null
          }
        >
          {say('empty.text')}
        </EmptyState>
      )}
      {rows && !none && !error && (
        <div className={styles['frame']} data-choice={seen.length > 1}>
          {seen.length > 1 && (
            <ClassChoice schoolClasses={seen} filter={filter} onChoose={(id) => go({ class: id, pupil: undefined })} />
          )}
          <Stack gap="md" className={styles['content'] ?? ''}>
            <FilterBar
              search={filter.search ?? ''}
              searchLabel={say('search')}
              active={filtered}
              onSearch={(words) => go({ search: words }, true)}
              onClear={() => go({ search: undefined, only: undefined })}
            >
              {otherYear === undefined && (
                <NativeSelect
                  aria-label={say('only')}
                  value={filter.only ?? ''}
                  data={[
                    { value: '', label: say('only.all') },
                    ...ONLY.filter((each) => !ownOnly || each === 'withoutRepresentative').map((each) => ({
                      value: each,
                      label: say(`only.${each}`),
                    })),
                  ]}
                  onChange={(event) => go({ only: event.currentTarget.value })}
                />
              )}
              {(classes.data?.schoolYears.length ?? 0) > 1 && !ownOnly && (
                <NativeSelect
                  aria-label={say('year')}
                  value={String(classes.data?.schoolYear)}
                  data={(classes.data?.schoolYears ?? []).map((year) => ({
                    value: String(year),
                    label: say('year.of', { year: schoolYearWords(year) }),
                  }))}
                  onChange={(event) =>
                    go({ year: Number(event.currentTarget.value), class: undefined, only: undefined })
                  }
                />
              )}
            </FilterBar>
            {chosen && !onlyOne && (
              <ClassHead key={chosen.id} schoolClass={chosen} onRemoved={() => go({ class: undefined })} />
            )}
            {otherYear !== undefined && (
              <Text c="dimmed">{say('otherYear', { year: schoolYearWords(otherYear) })}</Text>
            )}
            {rows.length === 0 ? (
              <Text component="output">
                {filtered ? say('nobody') : say(otherYear === undefined ? 'class.nobody' : 'class.nobodyThen')}
              </Text>
            ) : (
              <PupilsTable
                key={chosen?.id ?? ''}
                rows={rows}
                columns={columns}
                open={filter.pupil}
                onOpen={(pupil) => go({ pupil })}
                checks={checks}
              />
            )}
            <Group>
              <Text c="dimmed" size="sm">
                {first?.total === null ? say('countMany') : say('count', { count: first?.total ?? rows.length })}
              </Text>
              {pupils.hasNextPage && (
                <Button
                  variant="default"
                  size="xs"
                  loading={pupils.isFetchingNextPage}
                  onClick={() => void pupils.fetchNextPage()}
                >
                  {say('more')}
                </Button>
              )}
              {seesNumbers && !filtered && (
                <TextLink to="/people/contingent" size="sm" className="no-print">
                  {say('toContingent')}
                </TextLink>
              )}
              {classes.data?.may.rollOver && !filtered && (
                <TextLink to="/people/year" size="sm" className="no-print">
                  {say('toNextYear')}
                </TextLink>
              )}
            </Group>
          </Stack>
        </div>
      )}
      <SidePanel opened={adding === 'pupil'} title={say('new')} onClose={() => setAdding(undefined)}>
        <NewPupilForm
          schoolClasses={seen}
          classId={chosen?.id}
          onAdded={(id) => {
            setAdding(undefined);
            go({ pupil: id });
          }}
        />
      </SidePanel>
      <SidePanel opened={adding === 'class'} title={say('class.new')} onClose={() => setAdding(undefined)}>
        {classes.data && (
          <NewClassForm
            schoolYear={classes.data.schoolYear}
            onAdded={(id) => {
              setAdding(undefined);
              go({ class: id });
            }}
          />
        )}
      </SidePanel>
      <SidePanel
        opened={filter.pupil !== undefined}
        title={say('card.title')}
        size="40rem"
        onClose={() => go({ pupil: undefined })}
      >
        {filter.pupil && <PupilPanel key={filter.pupil} personId={filter.pupil} onOpen={(id) => go({ pupil: id })} />}
      </SidePanel>
    </Page>
  );
}

function pupilFilter(filter: PupilSearch, chosen: SchoolClass | undefined): PupilFilter {
  return {
    ...(filter.search ? { search: filter.search } : {}),
    ...(chosen ? { classId: chosen.id } : {}),
    ...(filter.year ? { schoolYear: filter.year } : {}),
    ...(filter.only === 'withoutClass' ? { withoutClass: true } : {}),
    ...(filter.only === 'withoutRepresentative' ? { withoutRepresentative: true } : {}),
    ...(filter.only === 'gone' ? { state: 'gone' } : {}),
  };
}

function clean(search: Partial<Record<keyof PupilSearch, string | number | undefined>>): PupilSearch {
  return Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== ''),
  ) as PupilSearch;
}
