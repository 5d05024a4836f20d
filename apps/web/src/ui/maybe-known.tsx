import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { maybeKnownDetails, type PersonMatch } from '@nastavnik/contracts/persons';
import { RefusalError } from '../lib/api/failures.ts';
import { likenessWords, useSchoolWords } from '../lib/school-words/school-words.ts';
import { PersonName } from './person-name.tsx';
import { RefusalMessage } from './refusal-message.tsx';

type MaybeKnownProps = {
  error: unknown;
  /** «Это он»: the record that is there is taken. */
  onTake: (match: PersonMatch) => void;
  onEvenSo: () => void;
};

/** A refusal, or the question whether the person being added is here already: the answers stand beside each name. */
export function MaybeKnown({ error, onTake, onEvenSo }: MaybeKnownProps) {
  const words = useSchoolWords();
  const details =
    error instanceof RefusalError && error.code === 'person.maybe-known'
      ? maybeKnownDetails.safeParse(error.details).data
      : undefined;
  if (!details) return <RefusalMessage error={error} />;
  return (
    <Alert color="orange" variant="default" role="alert">
      <Stack gap="sm">
        <Text>{words('likeness.lead')}</Text>
        {details.matches.map((match) => (
          <Group key={match.id} justify="space-between" gap="xs">
            <div>
              <Text fw={600}>
                <PersonName name={match.name} />
              </Text>
              <Text size="sm" c="dimmed">
                {[match.kinds.map((kind) => words(`kind.${kind}`)).join(', '), match.place].filter(Boolean).join(', ')}
              </Text>
              <Text size="sm">{likenessWords(words, match)}</Text>
            </div>
            <Button size="xs" variant="default" onClick={() => onTake(match)}>
              {words('likeness.take')}
            </Button>
          </Group>
        ))}
        <Button variant="subtle" w="fit-content" onClick={onEvenSo}>
          {words('likeness.other')}
        </Button>
      </Stack>
    </Alert>
  );
}
