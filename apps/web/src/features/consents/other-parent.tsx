import { Button, Group } from '@mantine/core';
import type { ConsentCard } from '@nastavnik/contracts/consents';
import { useQuery } from '@tanstack/react-query';
import { cardQuery } from '../../lib/school/school.api.ts';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { useIssue } from './consents.api.ts';
import { useConsentsTexts } from './consents-texts.ts';
import { useSkippedWords } from './skipped-words.ts';

/** One parent's signature is enough, whichever of them comes: the paper nobody has signed is given out to the other. */
export function OtherParent({ consent, onDone }: { consent: ConsentCard; onDone: () => void }) {
  const say = useConsentsTexts();
  const why = useSkippedWords();
  const issue = useIssue();
  const { data } = useQuery(cardQuery(consent.person.id));
  const asked = new Set(consent.signers.map(({ personId }) => personId));
  const others = data?.representatives?.filter(
    ({ verified, endedOn, person }) => verified !== null && endedOn === null && !asked.has(person.id),
  );
  return (
    <>
      <Group gap="xs">
        {others?.map(({ person }) => (
          <Button
            key={person.id}
            variant="default"
            loading={issue.isPending}
            onClick={() =>
              issue.mutate(
                {
                  personIds: [consent.person.id],
                  kinds: [consent.kind],
                  formId: consent.form?.id ?? null,
                  representativeId: person.id,
                },
                {
                  onSuccess: ({ issued, skipped }) => {
                    toldAbout(skipped[0] ? why(skipped[0].code) : say('card.otherParentDone', { name: person.name }));
                    if (issued.length > 0) onDone();
                  },
                },
              )
            }
          >
            {say('card.otherParent', { name: person.name })}
          </Button>
        ))}
      </Group>
      <RefusalMessage error={issue.error} />
    </>
  );
}
