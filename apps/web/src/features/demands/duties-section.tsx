import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ButtonLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PersonName } from '../../ui/person-name.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { type Duty, dutiesQuery, useFinishDuty } from './demands.api.ts';
import classes from './demands.module.css';
import { useDemandsTexts } from './demands-texts.ts';
import { ObjectionDecision } from './objection-decision.tsx';
import { TermBadge } from './term-badge.tsx';

const KINDS = [
  'consent.renew',
  'publication.stop',
  'receiver.stop',
  'erasure.due',
  'demand.answer',
  'objection.settle',
] as const;
/** Somebody outside has to stop, too: without a proof nobody knows that they did (RULE-19). */
const NEED_PROOF = ['publication.stop', 'receiver.stop'];

/** What the rules put before the office, by its day. */
export function DutiesSection({ seesDemands }: { seesDemands: boolean }) {
  const say = useDemandsTexts();
  const { data, error, refetch } = useQuery(dutiesQuery('open'));
  // A demand to answer stands above, where it is answered.
  const duties = data?.duties.filter(({ kind, demandId }) => kind !== 'demand.answer' || !seesDemands || !demandId);
  return (
    <Section title={say('duties')} lead={say('dutiesLead')}>
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading lines={2} />}
      {duties?.length === 0 && <Text component="output">{say('dutiesEmpty')}</Text>}
      {duties && duties.length > 0 && (
        <ul className={classes['list']}>
          {duties.map((each) => (
            <DutyRow key={each.id} duty={each} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function DutyRow({ duty }: { duty: Duty }) {
  const say = useDemandsTexts();
  const [proving, setProving] = useState(false);
  const [proof, setProof] = useState('');
  const finish = useFinishDuty(duty.id);
  const kind = KINDS.find((each) => each === duty.kind);
  const what = typeof duty.data['name'] === 'string' ? duty.data['name'] : '';
  const address = typeof duty.data['address'] === 'string' ? duty.data['address'] : '';
  const needsProof = NEED_PROOF.includes(duty.kind);
  const done = (words: string) => finish.mutate(words, { onSuccess: () => toldAbout(say('dutyDone')) });
  return (
    <li className={classes['row']}>
      <Group justify="space-between" gap="xs">
        <div>
          <Text fw={600}>{kind ? say(`duty.${kind}`, { what }) : duty.kind}</Text>
          {duty.person && (
            <Text size="sm">
              <PersonName name={duty.person.name} />
            </Text>
          )}
          {address && (
            <Text size="sm" c="dimmed">
              {address}
            </Text>
          )}
        </div>
        <TermBadge dueOn={duty.dueOn} done={duty.state === 'done'} />
      </Group>
      <Group gap="xs">
        {duty.consentId && duty.may.readConsent && duty.kind === 'consent.renew' && (
          <ButtonLink size="xs" variant="default" to="/people/consents" search={{ consent: duty.consentId }}>
            {say('toConsent')}
          </ButtonLink>
        )}
        {duty.may.done && needsProof && (
          <Button size="xs" aria-expanded={proving} onClick={() => setProving(!proving)}>
            {say('dutyProve')}
          </Button>
        )}
        {duty.may.done && !needsProof && duty.kind !== 'demand.answer' && (
          <Button size="xs" variant="default" loading={finish.isPending} onClick={() => done('')}>
            {say('dutyFinish')}
          </Button>
        )}
      </Group>
      {duty.person && duty.objection && <ObjectionDecision childId={duty.person.id} objection={duty.objection} />}
      {proving && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            done(proof.trim());
          }}
        >
          <Stack gap="sm">
            <TextInput
              label={say('proof')}
              description={say('proofHint')}
              required
              maxLength={1000}
              value={proof}
              onChange={(event) => setProof(event.currentTarget.value)}
            />
            <Button type="submit" w="fit-content" loading={finish.isPending} disabled={proof.trim() === ''}>
              {say('dutyFinish')}
            </Button>
          </Stack>
        </form>
      )}
      <RefusalMessage error={finish.error} />
    </li>
  );
}
