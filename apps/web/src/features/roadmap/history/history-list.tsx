import { Button, Text } from '@mantine/core';
import type { historyAnswer } from '@nastavnik/contracts/roadmaps';
import { useState } from 'react';
import type { z } from 'zod';
import { momentInWords } from '../../../lib/dates/dates.ts';
import { useToday } from '../../../lib/session.ts';
import { useLanguage } from '../../../lib/texts.ts';
import { PersonName } from '../../../ui/person-name.tsx';
import classes from './history-list.module.css';
import { useHistoryTexts } from './history-texts.ts';
import { eventInWords } from './history-words.ts';

type Events = z.infer<typeof historyAnswer>['events'];
const FIRST = 8;

/** Who did what, when and why; the newest first. */
export function HistoryList({ events }: { events: Events }) {
  const say = useHistoryTexts();
  const today = useToday();
  const language = useLanguage();
  const [shown, setShown] = useState(FIRST);
  if (events.length === 0) return <Text c="dimmed">{say('empty')}</Text>;
  return (
    <>
      <ol className={classes['history']}>
        {events.slice(0, shown).map((event) => {
          const { what, why } = eventInWords(event, { today, language, say });
          return (
            <li key={event.id}>
              <time dateTime={event.at}>{momentInWords(event.at, language)}</time>
              <PersonName name={event.who || say('system')} />: {what}
              {why.map((words) => (
                <Text key={words} size="sm" c="dimmed">
                  {words}
                </Text>
              ))}
            </li>
          );
        })}
      </ol>
      {events.length > shown && (
        <Button variant="subtle" size="compact-sm" w="fit-content" onClick={() => setShown(shown + 40)}>
          {say('more')}
        </Button>
      )}
    </>
  );
}
