import { List, Text } from '@mantine/core';
import type { issueConsentsAnswer } from '@nastavnik/contracts/consents';
import { isRefusalCode } from '@nastavnik/contracts/refusals';
import type { z } from 'zod';
import { usePeopleWords } from '../../lib/people-words/people-words.ts';
import { useRefusalTexts } from '../../lib/refusals/refusals.ts';
import { useParticipantsTexts } from './participants-texts.ts';

/** No trouble: the paper is there already. */
const QUIET = ['consent.already-valid', 'consent.already-issued'];

/** Which of the documents that were asked for could not be issued, and why. */
export function NotIssued({ skipped }: Pick<z.infer<typeof issueConsentsAnswer>, 'skipped'>) {
  const say = useParticipantsTexts();
  const words = usePeopleWords();
  const refusal = useRefusalTexts();
  const told = skipped.filter(({ code }) => !QUIET.includes(code));
  if (told.length === 0) return null;
  return (
    <div role="status">
      <Text size="sm" fw={600}>
        {say('asked.skipped')}
      </Text>
      <List size="sm">
        {told.map(({ kind, code }) => (
          <List.Item key={`${kind} ${code}`}>
            {kind ? `${words(`kind.${kind}`)}: ` : ''}
            {isRefusalCode(code) ? refusal(code) : code}
          </List.Item>
        ))}
      </List>
    </div>
  );
}
