import { Button } from '@mantine/core';
import type { NextStepShape } from '@nastavnik/contracts/consents';
import type { ConsentKind } from '@nastavnik/domain/consents/consent-kinds';
import { useNavigate } from '@tanstack/react-router';
import { ButtonLink } from '../../ui/links.tsx';
import { toldAbout, toldRefusal } from '../../ui/toast.tsx';
import { useIssue, useRemind } from './consents.api.ts';
import { useConsentsTexts } from './consents-texts.ts';
import { useSkippedWords } from './skipped-words.ts';

type NextStepButtonProps = {
  person: { id: string; name: string };
  kind: ConsentKind;
  step: NextStepShape;
  consentId: string | null;
};

/** What comes next for one person, done here or led to: «Запросить», «Напомнить», «Внести дату рождения». */
export function NextStepButton({ person, kind, step, consentId }: NextStepButtonProps) {
  const say = useConsentsTexts();
  const navigate = useNavigate();
  const issue = useIssue();
  const remind = useRemind();
  const why = useSkippedWords();
  switch (step.next) {
    case 'ask':
    case 'giveOut':
    case 'renew':
      return (
        <Button
          size="xs"
          variant="light"
          loading={issue.isPending}
          onClick={() =>
            issue.mutate(
              { personIds: [person.id], kinds: [kind] },
              {
                onSuccess: ({ issued, skipped }) =>
                  toldAbout(
                    issued.length > 0
                      ? say('issue.done', { count: issued.length })
                      : skipped.map(({ code }) => why(code)).join(' '),
                  ),
                onError: toldRefusal,
              },
            )
          }
        >
          {say(step.next === 'renew' ? 'next.renew' : 'next.ask')}
        </Button>
      );
    case 'remind':
      return (
        <Button
          size="xs"
          variant="default"
          loading={remind.isPending}
          onClick={() =>
            consentId &&
            remind.mutate([consentId], {
              onSuccess: ({ noticed }) => toldAbout(say(noticed.length > 0 ? 'remind.sent' : 'remind.paper')),
              onError: toldRefusal,
            })
          }
        >
          {say('next.remind')}
        </Button>
      );
    case 'recordBirthDate':
    case 'recordRepresentative':
    case 'verifyRepresentative':
      return (
        <ButtonLink size="xs" variant="default" to="/people/pupils" search={{ pupil: person.id }}>
          {say(`next.${step.next}`)}
        </ButtonLink>
      );
    case 'askDirector':
      return (
        <Button
          size="xs"
          variant="default"
          onClick={() => consentId && void navigate({ to: '/people/consents', search: { consent: consentId } })}
        >
          {say('next.askDirector')}
        </Button>
      );
    case 'respect':
    case 'wait':
    case 'none':
      return null;
  }
}
