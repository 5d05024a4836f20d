import { Button, Group, List, Text } from '@mantine/core';
import type { Participant } from '@nastavnik/contracts/participants';
import type { RequestAnswerView } from '@nastavnik/contracts/selection';
import { useQuery } from '@tanstack/react-query';
import { dayInFigures } from '../../lib/dates/dates.ts';
import { useLanguage } from '../../lib/texts.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { answersQuery, useRecord } from './participants.api.ts';
import { useParticipantsTexts } from './participants-texts.ts';

/** C4: the requests a mentor is meant for, or the mentors in view of a mentee; what was taken back stays readable. */
export function AnswersSection({ participant }: { participant: Participant }) {
  const say = useParticipantsTexts();
  const { data, error, refetch } = useQuery(answersQuery(participant.id));
  return (
    <Section
      title={say('answers.title')}
      actions={
        <ButtonLink variant="default" to="/people/selection">
          {say('answers.open')}
        </ButtonLink>
      }
    >
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.answers.length === 0 && <Text c="dimmed">{say(`answers.${participant.role}.empty`)}</Text>}
      {data && data.answers.length > 0 && (
        <List>
          {data.answers.map((each) => (
            <List.Item key={each.id}>
              <Answer answer={each} role={participant.role} />
            </List.Item>
          ))}
        </List>
      )}
    </Section>
  );
}

function Answer({ answer, role }: { answer: RequestAnswerView; role: Participant['role'] }) {
  const say = useParticipantsTexts();
  const language = useLanguage();
  const record = useRecord();
  const other = role === 'mentor' ? answer.mentee : answer.mentor;
  const day = (on: RequestAnswerView['proposedOn']) => dayInFigures(on, language);
  return (
    <>
      <Group gap="xs">
        <span>
          {say(`answers.${role}`, { name: other.name, theme: answer.request.theme ?? say('answers.noTheme') })}
        </span>
        {answer.stands && answer.may.takeBack && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={say('answers.takeBackNamed', { name: other.name })}
            loading={record.isPending}
            onClick={() =>
              record.mutate(
                { method: 'DELETE', path: `/request-answers/${answer.id}` },
                { onSuccess: () => toldAbout(say('answers.taken')) },
              )
            }
          >
            {say('answers.takeBack')}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {say('answers.proposed', { day: day(answer.proposedOn), by: answer.proposedBy })}
        {answer.takenBackOn && `, ${say('answers.takenBack', { day: day(answer.takenBackOn) })}`}
        {!answer.stands && !answer.takenBackOn && `, ${say('answers.over')}`}
      </Text>
      <RefusalMessage error={record.error} />
    </>
  );
}
