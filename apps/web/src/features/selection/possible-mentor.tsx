import { Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import type { PossibleMentor } from '@nastavnik/contracts/selection';
import { lackingWords, STATE_TONE, usePeopleWords } from '../../lib/people-words/people-words.ts';
import { IconCheck, IconStateOpen, IconWarning } from '../../ui/icons.ts';
import { TextLink } from '../../ui/links.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { toldAbout, undoable } from '../../ui/toast.tsx';
import { usePropose, useTakeBack } from './selection.api.ts';
import classes from './selection.module.css';
import { useSelectionTexts } from './selection-texts.ts';

type PossibleMentorProps = { mentor: PossibleMentor; requestId: string; mayPropose: boolean };

/** One mentor for the request that is looked at: reasons, doubts, what is missing, and the choice. */
export function PossibleMentorRow({ mentor, requestId, mayPropose }: PossibleMentorProps) {
  const say = useSelectionTexts();
  const words = usePeopleWords();
  const propose = usePropose(requestId);
  const takeBack = useTakeBack();
  const { name } = mentor.person;
  const { answerId } = mentor;
  return (
    <li className={classes['mentor']}>
      <Stack gap={6}>
        <Group justify="space-between" align="flex-start" gap="xs">
          <div>
            <TextLink
              fw={600}
              to="/people/participants/$participantId"
              params={{ participantId: mentor.participantId }}
            >
              {name}
            </TextLink>
            {mentor.person.place && (
              <Text span size="sm">
                , {mentor.person.place}
              </Text>
            )}
          </div>
          {mayPropose && answerId === null && (
            <Button
              size="xs"
              aria-label={say('proposeNamed', { name })}
              loading={propose.isPending}
              onClick={() =>
                propose.mutate(mentor.participantId, {
                  onSuccess: ({ id }) => undoable(say('proposed', { name }), () => takeBack.mutateAsync(id)),
                })
              }
            >
              {say('propose')}
            </Button>
          )}
          {mayPropose && answerId !== null && (
            <Button
              size="xs"
              variant="default"
              aria-label={say('takeBackNamed', { name })}
              loading={takeBack.isPending}
              onClick={() => takeBack.mutate(answerId, { onSuccess: () => toldAbout(say('takenBack', { name })) })}
            >
              {say('takeBack')}
            </Button>
          )}
        </Group>
        <Group gap="sm">
          {answerId !== null && <StateBadge tone="done">{say('meantHere')}</StateBadge>}
          <StateBadge tone={STATE_TONE[mentor.state]}>{words(`state.${mentor.state}`)}</StateBadge>
          {mentor.recommended && <StateBadge tone="done">{say('recommended')}</StateBadge>}
        </Group>
        <Reasons mentor={mentor} />
        <RefusalMessage error={propose.error ?? takeBack.error} />
      </Stack>
    </li>
  );
}

/** Plain sentences; a sign and a word beside each kind, never the colour alone. */
function Reasons({ mentor }: { mentor: PossibleMentor }) {
  const say = useSelectionTexts();
  const words = usePeopleWords();
  const lines = [
    ...mentor.reasons.map((each) => ({
      kind: 'for' as const,
      text:
        each.code === 'room'
          ? say('for.room', { count: each.left })
          : 'names' in each
            ? say(`for.${each.code}`, { names: each.names.join(', ') })
            : say(`for.${each.code}`),
    })),
    ...mentor.doubts.map((each) => ({
      kind: 'against' as const,
      text:
        each.code === 'full'
          ? say('against.full', { capacity: each.capacity })
          : each.code === 'age'
            ? say('against.age', { from: each.from, to: each.to })
            : say(`against.${each.code}`),
    })),
    ...mentor.lacking.map((each) => ({ kind: 'lacking' as const, text: lackingWords(words, each) })),
  ];
  return (
    <div>
      {lines.map(({ kind, text }) => {
        const Icon = ICONS[kind];
        return (
          <Text key={`${kind} ${text}`} size="sm" className={classes['reason'] ?? ''}>
            <Icon size={16} aria-hidden />
            <VisuallyHidden>{say(kind)}: </VisuallyHidden>
            <span>{text}</span>
          </Text>
        );
      })}
    </div>
  );
}

const ICONS = { for: IconCheck, against: IconWarning, lacking: IconStateOpen } as const;
