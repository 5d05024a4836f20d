import { Text } from '@mantine/core';
import type { Item } from '@nastavnik/contracts/roadmaps';
import { useMeaningWords } from '../../../lib/deadlines/meaning-words.ts';
import { useToday } from '../../../lib/session.ts';
import { useLanguage } from '../../../lib/texts.ts';
import { IconClip } from '../../../ui/icons.ts';
import { PersonName } from '../../../ui/person-name.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { doneOfMany, itemInWords, preparedInWords } from '../item/state-words.ts';
import { useRoadmapTexts } from '../roadmap-texts.ts';
import classes from './plan-table.module.css';

/** What stands in the cells of a plan, in a row and in a card alike. */

export function StateCell({ item, running }: { item: Item; running: boolean }) {
  const say = useRoadmapTexts();
  const today = useToday();
  const language = useLanguage();
  const { tone, words } = running ? itemInWords(item, { today, language, say }) : preparedInWords(item, { say });
  const many = running ? doneOfMany(item) : null;
  return (
    <>
      <StateBadge tone={tone}>{words}</StateBadge>
      {many && (
        <Text size="xs" c="dimmed" mt={2}>
          {say('state.doneOfMany', many)}
        </Text>
      )}
      {item.changed && (
        <Text size="xs" mt={2} className={classes['changed']}>
          {say(`changed.${item.changed}`)}
        </Text>
      )}
    </>
  );
}

export function DeadlineCell({ item }: { item: Item }) {
  const say = useRoadmapTexts();
  const inWords = useMeaningWords();
  if (!item.deadline) return <Missing words={say('missing.deadline')} />;
  const { reading } = item.deadline;
  const meaning = inWords(reading);
  // «В течение года» needs no dates: they are the period's own.
  const isWholePeriod = reading.continuous && reading.windows.length <= 1;
  const plain = (text: string) => text.toLocaleLowerCase().replaceAll(/[\s.]/g, '');
  return (
    <>
      {item.deadline.text}
      {!isWholePeriod && plain(meaning) !== plain(item.deadline.text) && (
        <span className={classes['under']}>{meaning}</span>
      )}
    </>
  );
}

export function ResponsibleCell({ item }: { item: Item }) {
  const say = useRoadmapTexts();
  if (!item.responsible) return <Missing words={say('missing.responsible')} />;
  const names = new Map(item.responsible.parties.flatMap(({ people }) => people).map(({ id, name }) => [id, name]));
  const words = item.responsible.text;
  const unsaid = [...names].filter(([, name]) => !words.includes(name.split(' ')[0] ?? name));
  return (
    <>
      {words}
      {unsaid.length > 0 && (
        <span className={classes['under']}>
          {unsaid.slice(0, 3).map(([id, name], index) => (
            <span key={id}>
              {index > 0 && ', '}
              <PersonName name={name} />
            </span>
          ))}
          {unsaid.length > 3 && ` ${say('people.more', { count: unsaid.length - 3 })}`}
        </span>
      )}
    </>
  );
}

export function ResultCell({ item }: { item: Item }) {
  const say = useRoadmapTexts();
  return item.result ? item.result.text : <Missing words={say('missing.result')} />;
}

export function EvidenceCell({ item }: { item: Item }) {
  const say = useRoadmapTexts();
  const count = evidenceOf(item);
  if (count === 0) return <span className={classes['dim']}>–</span>;
  return (
    <span className={classes['evidence']}>
      <IconClip size={16} aria-hidden />
      <span className="unseen">{say('evidence.count', { count })}</span>
      <span aria-hidden>{count}</span>
    </span>
  );
}

export function evidenceOf(item: Item): number {
  return item.occurrences.reduce((sum, each) => sum + each.evidence.length, 0);
}

export function Points({ item }: { item: Item }) {
  if (item.points.length === 0) return null;
  return (
    <ul className={classes['points']}>
      {item.points.map((point, index) => (
        <li key={index}>{point}</li>
      ))}
    </ul>
  );
}

function Missing({ words }: { words: string }) {
  return <span className={classes['missing']}>{words}</span>;
}
