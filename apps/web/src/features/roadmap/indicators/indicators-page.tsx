import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import type { IndicatorsAnswer, Item } from '@nastavnik/contracts/roadmaps';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { DateField } from '../../../ui/date-field.tsx';
import { ButtonLink } from '../../../ui/links.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { Page } from '../../../ui/page.tsx';
import { RefusalMessage } from '../../../ui/refusal-message.tsx';
import { indicatorsQuery, roadmapQuery } from '../roadmap.api.ts';
import { chooseRows, type IndicatorsSearch, namesOfItems, ROW_CHOICES } from './choose-rows.ts';
import classes from './indicators.module.css';
import { useIndicatorsTexts } from './indicators-texts.ts';
import { PartsTable } from './parts-table.tsx';
import { BigRatio } from './ratio.tsx';
import { RowsTable } from './rows-table.tsx';

/** The director's view: IND-01 and IND-02, where they come from, and why what is late is late. */
export function IndicatorsPage() {
  const say = useIndicatorsTexts();
  const { roadmapId } = useParams({ from: '/inside/roadmap/$roadmapId/indicators' });
  const { on } = useSearch({ from: '/inside/roadmap/$roadmapId/indicators' });
  const plan = useQuery(roadmapQuery(roadmapId));
  const { data, error, refetch } = useQuery(indicatorsQuery(roadmapId, on));
  return (
    <Page
      title={say('title')}
      lead={plan.data?.title ?? say('lead')}
      actions={
        <ButtonLink variant="default" to="/roadmap/$roadmapId" params={{ roadmapId }}>
          {say('back')}
        </ButtonLink>
      }
    >
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <Figures roadmapId={roadmapId} answer={data} items={plan.data?.items ?? []} />}
    </Page>
  );
}

function Figures({
  roadmapId,
  answer,
  items,
}: {
  roadmapId: string;
  answer: IndicatorsAnswer;
  items: readonly Item[];
}) {
  const say = useIndicatorsTexts();
  const search = useSearch({ from: '/inside/roadmap/$roadmapId/indicators' });
  const navigate = useNavigate({ from: '/roadmap/$roadmapId/indicators' });
  const rowsHeading = useRef<HTMLHeadingElement>(null);
  const go = (to: IndicatorsSearch) => void navigate({ search: to, replace: true, resetScroll: false });
  const day = search.on ? { on: search.on } : {};
  const open = (to: Omit<IndicatorsSearch, 'on'>) => {
    go({ ...day, ...to });
    rowsHeading.current?.focus();
    rowsHeading.current?.scrollIntoView({ block: 'start' });
  };
  const late = answer.rows.filter((row) => row.counts === 'notDone');
  const shown = chooseRows(answer.rows, search, namesOfItems(items));
  const of = search.stage ?? search.who;
  return (
    <Stack gap="xl">
      <DateField
        label={say('on')}
        description={say('onHint')}
        value={answer.on}
        onChange={(on) => on && go({ ...search, on })}
        className="no-print"
      />
      <div>
        <div className={classes['bigs']}>
          <BigRatio kind="completion" ratio={answer.completion} onOpen={(rows) => open({ rows })} />
          <BigRatio kind="timeliness" ratio={answer.timeliness} onOpen={(rows) => open({ rows })} />
        </div>
        <Text size="sm" c="dimmed" mt="xs">
          {say('rounded')}
        </Text>
      </div>
      <section aria-labelledby="late-heading">
        <Title order={2} id="late-heading" mb="xs">
          {say('late')}
        </Title>
        {late.length === 0 ? <Text>{say('late.none')}</Text> : <RowsTable roadmapId={roadmapId} rows={late} />}
      </section>
      <PartsTable
        kind="stage"
        parts={answer.byStage.map((part) => ({ ...part, name: part.title }))}
        onOpen={(stage, rows) => open({ stage, rows })}
      />
      <PartsTable kind="responsible" parts={answer.byResponsible} onOpen={(who, rows) => open({ who, rows })} />
      <section aria-labelledby="rows-heading">
        <Stack gap="sm">
          <Title order={2} id="rows-heading" ref={rowsHeading} tabIndex={-1} className={classes['heading']}>
            {say('rows')}
          </Title>
          <Group gap="sm" className="no-print">
            <NativeSelect
              aria-label={say('counts')}
              value={search.rows ?? 'all'}
              data={ROW_CHOICES.map((value) => ({ value, label: say(`rows.${value}`) }))}
              onChange={(event) => {
                const rows = ROW_CHOICES.find((each) => each === event.currentTarget.value) ?? 'all';
                go({ ...search, rows });
              }}
            />
            {of && <Text>{say('rows.of', { who: of })}</Text>}
            {(of ?? search.rows) && (
              <Button variant="subtle" onClick={() => go(day)}>
                {say('rows.clear')}
              </Button>
            )}
          </Group>
          <RowsTable roadmapId={roadmapId} rows={shown} />
        </Stack>
      </section>
    </Stack>
  );
}
