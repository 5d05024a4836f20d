import { Button, NativeSelect, Text } from '@mantine/core';
import { can } from '@nastavnik/domain/access/can';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../lib/session.ts';
import { IconAdd, IconFile } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { PeopleTabs } from '../../ui/people-tabs.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { ClosedCyclesSection } from './closed-cycles-section.tsx';
import { DemandRow } from './demand-row.tsx';
import { type DemandState, demandsQuery } from './demands.api.ts';
import classes from './demands.module.css';
import { useDemandsTexts } from './demands-texts.ts';
import { DutiesSection } from './duties-section.tsx';
import { ErasuresSection } from './erasures-section.tsx';
import { RecordDemandForm } from './record-demand-form.tsx';

const STATES = ['open', 'overdue', 'done', 'all'] as const;

/** What people demand about their data and by when, what follows for the school, and what is destroyed on which day. */
export function DemandsPage() {
  const say = useDemandsTexts();
  const asker = { roles: useSession().active?.roles ?? [] };
  const [recording, setRecording] = useState(false);
  const answers = can(asker, 'demands.answer');
  return (
    <Page
      title={say('title')}
      lead={say('lead')}
      actions={
        <>
          {can(asker, 'consents.register') && (
            <ButtonLink
              to="/people/consents/register"
              variant="default"
              leftSection={<IconFile size={18} aria-hidden />}
            >
              {say('register')}
            </ButtonLink>
          )}
          {answers && (
            <Button leftSection={<IconAdd size={18} aria-hidden />} onClick={() => setRecording(true)}>
              {say('record')}
            </Button>
          )}
        </>
      }
    >
      <PeopleTabs />
      {can(asker, 'demands.see') && <Demands />}
      <DutiesSection seesDemands={can(asker, 'demands.see')} />
      {can(asker, 'erasure.see') && <ErasuresSection />}
      {can(asker, 'erasure.see') && <ClosedCyclesSection />}
      <SidePanel opened={recording} title={say('record')} onClose={() => setRecording(false)}>
        <RecordDemandForm onDone={() => setRecording(false)} />
      </SidePanel>
    </Page>
  );
}

function Demands() {
  const say = useDemandsTexts();
  const { state = 'open' } = useSearch({ from: '/inside/people/demands' });
  const navigate = useNavigate({ from: '/people/demands' });
  const { data, error, refetch } = useQuery(demandsQuery(state));
  return (
    <Section
      title={say('demands')}
      lead={data && data.overdue > 0 ? say('overdue', { count: data.overdue }) : say('demandsLead')}
      actions={
        <NativeSelect
          aria-label={say('state')}
          value={state}
          data={STATES.map((each) => ({ value: each, label: say(`state.${each}`) }))}
          onChange={(event) => {
            const chosen = STATES.find((each) => each === event.currentTarget.value) ?? 'open';
            void navigate({ search: chosen === 'open' ? {} : { state: chosen }, replace: true });
          }}
        />
      }
    >
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading lines={2} />}
      {data?.demands.length === 0 && <Text component="output">{say(emptyWords(state))}</Text>}
      {data && data.demands.length > 0 && (
        <ul className={classes['list']}>
          {data.demands.map((each) => (
            <DemandRow key={each.id} demand={each} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function emptyWords(state: DemandState): 'empty.open' | 'empty.overdue' | 'empty.all' {
  if (state === 'overdue') return 'empty.overdue';
  return state === 'open' ? 'empty.open' : 'empty.all';
}
