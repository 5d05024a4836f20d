import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import type { PersonCard } from '@nastavnik/contracts/persons';
import { useQuery } from '@tanstack/react-query';
import { dayInWords } from '../../lib/dates/dates.ts';
import { STATE_TONE, usePeopleWords } from '../../lib/people-words/people-words.ts';
import { cardQuery } from '../../lib/school/school.api.ts';
import { kinship, useSchoolWords } from '../../lib/school-words/school-words.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { ClassSection } from './class-section.tsx';
import { EmancipationSection } from './emancipation-section.tsx';
import { NamesSection } from './names-section.tsx';
import { usePupilsTexts } from './pupils-texts.ts';
import { RepresentativesSection } from './representatives-section.tsx';

type PupilPanelProps = { personId: string; onOpen: (personId: string) => void };

/** The card of a pupil, or of a parent reached from one. Opening it is written down where the pupil is a minor. */
export function PupilPanel({ personId, onOpen }: PupilPanelProps) {
  const say = usePupilsTexts();
  const { data, error, refetch } = useQuery(cardQuery(personId));
  if (error) return <RefusalMessage error={error} again={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.mergedInto) {
    return (
      <Stack align="flex-start">
        <Text>{say('card.merged')}</Text>
        <Button onClick={() => onOpen(data.mergedInto ?? '')}>{say('card.openMerged')}</Button>
      </Stack>
    );
  }
  return <Card card={data} onOpen={onOpen} />;
}

function Card({ card, onOpen }: { card: PersonCard; onOpen: (personId: string) => void }) {
  const say = usePupilsTexts();
  const today = useToday();
  const language = useLanguage();
  return (
    <Stack gap="lg">
      <div>
        <Title order={2} translate="no">
          {card.fullName}
        </Title>
        <Text c="dimmed">
          {[
            card.pupil?.class && say('class.heading', { name: card.pupil.class.name }),
            card.birthDate && say('card.born', { day: dayInWords(card.birthDate, today, language) }),
            typeof card.age === 'number' && say('age', { count: card.age }),
          ]
            .filter(Boolean)
            .join(', ')}
        </Text>
        {card.contacts && (card.contacts.phone || card.contacts.email) && (
          <Text size="sm">{[card.contacts.phone, card.contacts.email].filter(Boolean).join(', ')}</Text>
        )}
      </div>
      {card.blocked && <Alert variant="default">{say('card.blocked')}</Alert>}
      {card.pupil && <ClassSection card={card} />}
      {card.representatives && <RepresentativesSection card={card} onOpen={onOpen} />}
      {card.represents && <ChildrenSection card={card} onOpen={onOpen} />}
      {card.participations && card.participations.length > 0 && <PartSection card={card} />}
      {card.pupil && <EmancipationSection card={card} />}
      {card.may.edit && <NamesSection key={card.id} card={card} />}
    </Stack>
  );
}

function ChildrenSection({ card, onOpen }: { card: PersonCard; onOpen: (personId: string) => void }) {
  const say = usePupilsTexts();
  const words = useSchoolWords();
  return (
    <Section title={say('children.title')}>
      {(card.represents ?? []).map((each) => (
        <Group key={each.id} justify="space-between" gap="xs">
          <Button variant="subtle" px={4} onClick={() => onOpen(each.person.id)}>
            {each.person.name}
          </Button>
          <Text size="sm" c="dimmed">
            {[kinship(words, each.kind), each.person.place].filter(Boolean).join(', ')}
          </Text>
        </Group>
      ))}
    </Section>
  );
}

function PartSection({ card }: { card: PersonCard }) {
  const say = usePupilsTexts();
  const people = usePeopleWords();
  return (
    <Section title={say('part.title')}>
      {(card.participations ?? []).map((each) => (
        <Group key={each.id} justify="space-between" gap="xs">
          <div>
            <TextLink to="/people/participants/$participantId" params={{ participantId: each.id }}>
              {say('part.as', { role: people(`role.${each.role}`), cycle: each.cycle })}
            </TextLink>
            {each.form && (
              <Text size="sm" c="dimmed">
                {each.form}
              </Text>
            )}
          </div>
          <StateBadge tone={STATE_TONE[each.state]}>{people(`state.${each.state}`)}</StateBadge>
        </Group>
      ))}
    </Section>
  );
}
