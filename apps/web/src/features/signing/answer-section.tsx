import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import type { ConsentCard } from '@nastavnik/contracts/consents';
import { isRefusalCode } from '@nastavnik/contracts/refusals';
import { useState } from 'react';
import { useRefusalTexts } from '../../lib/refusals/refusals.ts';
import { useSession } from '../../lib/session.ts';
import { IconCheck } from '../../ui/icons.ts';
import { IdentityForm } from '../../ui/identity-form.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { LeaveButton, RefuseButton } from './refuse-button.tsx';
import { useSign } from './signing.api.ts';
import classes from './signing.module.css';
import { useSigningTexts } from './signing-texts.ts';

const PAPERS = 'consent.papers-missing';

type AnswerSectionProps = { consent: ConsentCard; assentOnly: boolean };

/** «Согласен» and «Не согласен», alike in size and contrast; lines of purposes are empty until somebody ticks them. */
export function AnswerSection({ consent, assentOnly }: AnswerSectionProps) {
  const say = useSigningTexts();
  const own = useSession().active?.personId;
  const { purposes, audience } = consent.document.template;
  // A pupil reads of «ты»; so does a child who says «я согласен».
  const young = consent.person.id === own && audience !== 'adult';
  const [ticked, setTicked] = useState<string[]>([]);
  const [told, setTold] = useState(false);
  const [open, setOpen] = useState<string>();
  const enterable = consent.signHindrance === PAPERS ? papersToEnter(consent, own) : [];
  const sign = useSign(consent.id, () => toldAbout(say(young ? 'signed.pupil' : 'signed')));
  const missing = assentOnly ? [] : purposes.filter(({ code, required }) => required && !ticked.includes(code));
  const blocked = consent.signHindrance !== null;
  return (
    <Section title={say(young ? 'answer.pupil' : 'answer')} lead={say(young ? 'answer.leadPupil' : 'answer.lead')}>
      {blocked && <Hindrance consent={consent} young={young} open={open} setOpen={setOpen} />}
      {!assentOnly && !blocked && (
        <Stack gap="sm" role="group" aria-label={say('purposes')}>
          <Group justify="space-between" gap="xs">
            <Text fw={600}>{say(young ? 'purposes.pupil' : 'purposes')}</Text>
            {purposes.length > 1 && ticked.length < purposes.length && (
              <Button variant="subtle" size="xs" onClick={() => setTicked(purposes.map(({ code }) => code))}>
                {say('purposes.all')}
              </Button>
            )}
          </Group>
          {purposes.map(({ code, text, required }) => (
            <Checkbox
              key={code}
              size="md"
              label={text}
              description={required ? say('purposes.required') : say('purposes.free')}
              checked={ticked.includes(code)}
              onChange={(event) =>
                setTicked(event.currentTarget.checked ? [...ticked, code] : ticked.filter((each) => each !== code))
              }
            />
          ))}
        </Stack>
      )}
      <RefusalMessage error={sign.error} />
      <div className={classes['answers']}>
        <Button
          size="md"
          color="teal.9"
          leftSection={<IconCheck size={20} aria-hidden />}
          loading={sign.isPending}
          onClick={() => {
            // A greyed «Согласен» would be the weaker of the two (RULE-10): it always answers, with what is missing.
            setTold(blocked || missing.length > 0);
            if (blocked) setOpen(open ?? enterable[0]);
            if (blocked || missing.length > 0) return;
            sign.mutate({ documentHash: consent.documentHash, purposes: ticked });
          }}
        >
          {say('agree')}
        </Button>
        {consent.may.refuse && (
          <RefuseButton consentId={consent.id} means={young ? 'refuse.textPupil' : 'refuse.text'} />
        )}
        {/* RULE-10: the document holds already; the child's «no» to it is to leave, and stands as large beside the «yes». */}
        {!consent.may.refuse && consent.may.withdraw && assentOnly && <LeaveButton consentId={consent.id} />}
      </div>
      {blocked && told && (
        <Text size="sm" role="alert" c="var(--state-late-text)">
          {say(enterable.length === 0 ? 'blocked' : young ? 'blocked.formPupil' : 'blocked.form')}
        </Text>
      )}
      {!blocked && missing.length > 0 && (
        <Text size="sm" {...(told ? { role: 'alert', c: 'var(--state-late-text)' } : { c: 'dimmed' })}>
          {say(young ? 'purposes.missingPupil' : 'purposes.missing', { count: missing.length })}
        </Text>
      )}
    </Section>
  );
}

type HindranceProps = {
  consent: ConsentCard;
  young: boolean;
  /** Whose paper is being entered. */
  open: string | undefined;
  setOpen: (personId: string | undefined) => void;
};

/** Why nobody can sign here now; what the person can mend, is mended on the spot. */
function Hindrance({ consent, young, open, setOpen }: HindranceProps) {
  const say = useSigningTexts();
  const refusal = useRefusalTexts();
  const own = useSession().active?.personId;
  const code = consent.signHindrance ?? '';
  if (code !== PAPERS) return <Text role="status">{isRefusalCode(code) ? refusal(code) : say('blocked')}</Text>;
  return (
    <Stack gap="sm" role="status">
      <Text>{say(young ? 'papers.pupil' : 'papers')}</Text>
      {papersToEnter(consent, own).map((id) => (
        <div key={id}>
          <Button variant="default" aria-expanded={open === id} onClick={() => setOpen(open === id ? undefined : id)}>
            {id === own ? say('papers.mine') : say('papers.child')}
          </Button>
          {open === id && <IdentityForm personId={id} unseen={id !== own} onDone={() => setOpen(undefined)} />}
        </div>
      ))}
    </Stack>
  );
}

/** Whose paper this signer may enter and the text still lacks: the own, of a child under 14 the child's too. */
function papersToEnter({ document, person, signers }: ConsentCard, own: string | undefined): string[] {
  const { subject, representative, template } = document;
  const speaks = signers.find(({ side }) => side === 'representative' || side === 'guardian');
  const subjectLacks = !subject.identityDocument || !(subject.address || template.audience === 'representative');
  const otherLacks = speaks !== undefined && !(representative?.identityDocument && representative.address);
  const lack = [...(subjectLacks ? [person.id] : []), ...(otherLacks ? [speaks.personId] : [])];
  // Of two who sign for themselves each enters the own; nobody enters another grown-up's.
  return lack.filter((id) => id === own || (template.audience === 'representative' && id === person.id));
}
