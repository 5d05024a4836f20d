import { Button, Checkbox, Group, List, NativeSelect, Stack, Text } from '@mantine/core';
import { isRefusalCode } from '@nastavnik/contracts/refusals';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useRefusalTexts } from '../../lib/refusals/refusals.ts';
import { useMay } from '../../lib/session.ts';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { PeopleTabs } from '../../ui/people-tabs.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { Interested } from './interested.tsx';
import { OutsiderForm } from './outsider-form.tsx';
import { candidatesQuery, formsQuery, useNominate } from './participants.api.ts';
import { useParticipantsTexts } from './participants-texts.ts';

type Chosen = ReadonlyMap<string, { readonly name: string; readonly needsSupport: boolean }>;

/** Who is proposed: ticks in a list of one's own people, and nothing of a person but the role (RULE-03). */
export function NominatePage() {
  const say = useParticipantsTexts();
  const refusal = useRefusalTexts();
  const { role, search = '' } = useSearch({ from: '/inside/people/nominate' });
  const navigate = useNavigate({ from: '/people/nominate' });
  const mayAll = useMay('editEvents');
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const [formId, setFormId] = useState('');
  const [outsider, setOutsider] = useState(false);
  const forms = useQuery(formsQuery);
  const { data, error, refetch } = useQuery(candidatesQuery({ role, ...(search ? { search } : {}) }));
  const nominate = useNominate();
  const refused = nominate.data?.refused ?? [];
  const tick = (id: string, name: string, on: boolean) => {
    const next = new Map(chosen);
    if (on) next.set(id, { name, needsSupport: false });
    else next.delete(id);
    setChosen(next);
  };
  const send = () =>
    nominate.mutate(
      {
        outsider: false,
        body: {
          role,
          formId: formId || null,
          people: [...chosen].map(([personId, { needsSupport }]) => ({ personId, needsSupport })),
        },
      },
      {
        onSuccess: ({ nominated }) => {
          if (nominated.length > 0) toldAbout(say('nominate.done', { count: nominated.length }));
          setChosen(new Map());
        },
      },
    );
  return (
    <Page title={say(`nominate.title.${role}`)} lead={say('nominate.lead')} width="measure">
      <PeopleTabs />
      {mayAll && <Interested role={role} />}
      <FilterBar
        search={search}
        searchLabel={say('nominate.search')}
        active={search !== ''}
        onSearch={(words) => void navigate({ search: words ? { role, search: words } : { role }, replace: true })}
        onClear={() => void navigate({ search: { role } })}
      >
        <NativeSelect
          aria-label={say('nominate.form')}
          value={formId}
          data={[
            { value: '', label: say('nominate.noForm') },
            ...(forms.data?.forms ?? [])
              .filter((each) => each.enabled)
              .map((each) => ({ value: each.id, label: each.name })),
          ]}
          onChange={(event) => setFormId(event.currentTarget.value)}
        />
        {mayAll && (
          <Button variant="default" onClick={() => setOutsider(true)}>
            {say('nominate.outsider')}
          </Button>
        )}
      </FilterBar>
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.candidates.length === 0 && <Text component="output">{say('nominate.nobody')}</Text>}
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {data?.candidates.map(({ person, participantId }) => {
          const own = chosen.get(person.id);
          return (
            <li key={person.id}>
              <Group gap="md" align="flex-start">
                <Checkbox
                  label={person.name}
                  description={participantId ? say('nominate.already') : (person.place ?? '')}
                  disabled={participantId !== null}
                  checked={own !== undefined}
                  onChange={(event) => tick(person.id, person.name, event.currentTarget.checked)}
                />
                {own && role === 'mentee' && person.standing === 'pupil' && (
                  <Checkbox
                    size="xs"
                    label={say('nominate.support')}
                    description={say('nominate.supportHint')}
                    checked={own.needsSupport}
                    onChange={(event) =>
                      setChosen(new Map(chosen).set(person.id, { ...own, needsSupport: event.currentTarget.checked }))
                    }
                  />
                )}
              </Group>
            </li>
          );
        })}
      </Stack>
      {data?.more && <Text c="dimmed">{say('nominate.more')}</Text>}
      <RefusalMessage error={nominate.error} />
      {refused.length > 0 && (
        <div role="status">
          <Text fw={600}>{say('nominate.refused')}</Text>
          <List>
            {refused.map((each) => (
              <List.Item key={each.personId}>
                {data?.candidates.find(({ person }) => person.id === each.personId)?.person.name ?? ''}:{' '}
                {isRefusalCode(each.code) ? refusal(each.code) : each.code}
              </List.Item>
            ))}
          </List>
        </div>
      )}
      <Button disabled={chosen.size === 0} loading={nominate.isPending} onClick={send} style={{ alignSelf: 'start' }}>
        {chosen.size === 0 ? say('nominate.none') : say('nominate.go', { count: chosen.size })}
      </Button>
      <SidePanel opened={outsider} title={say('outsider.title')} onClose={() => setOutsider(false)}>
        <OutsiderForm role={role} formId={formId || null} onDone={() => setOutsider(false)} />
      </SidePanel>
    </Page>
  );
}
