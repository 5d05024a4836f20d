import { Anchor, Text } from '@mantine/core';
import type { auditRow } from '@nastavnik/contracts/audit';
import { useMemo } from 'react';
import type { z } from 'zod';
import { momentInWords } from '../../lib/dates/dates.ts';
import { useLanguage } from '../../lib/texts.ts';
import type { TableColumn } from '../../ui/data-table.tsx';
import { PersonName } from '../../ui/person-name.tsx';
import { useAuditTexts } from './audit-texts.ts';
import { wordsOfEvent } from './words-of-events.ts';

type Event = z.infer<typeof auditRow>;
/** One person at a time: who did it, or whom it was about. */
type Narrow = (to: { actorId: string; personId: undefined } | { actorId: undefined; personId: string }) => void;

/** A name narrows the audit to itself: ids stand in the address, names never. */
export function useAuditColumns(narrow: Narrow): TableColumn<Event>[] {
  const say = useAuditTexts();
  const language = useLanguage();
  return useMemo(
    () => [
      { id: 'what', title: say('column.what'), cell: (row) => wordsOfEvent(row, say), main: true },
      {
        id: 'person',
        title: say('column.person'),
        cell: ({ person }) =>
          person?.id ? (
            <Name
              name={person.name}
              label={(name) => say('onlyPerson', { name })}
              onClick={() => narrow({ actorId: undefined, personId: person.id! })}
            />
          ) : (
            '–'
          ),
      },
      {
        id: 'actor',
        title: say('column.actor'),
        cell: ({ actor, impersonated }) =>
          actor.id ? (
            <>
              <Name
                name={actor.name}
                label={(name) => say('onlyActor', { name })}
                onClick={() => narrow({ actorId: actor.id!, personId: undefined })}
              />
              {impersonated && <Text size="sm">{say('impersonated')}</Text>}
            </>
          ) : (
            say('nobody')
          ),
      },
      { id: 'at', title: say('column.at'), cell: (row) => momentInWords(row.at, language) },
    ],
    [say, language, narrow],
  );
}

type NameProps = { name: string | null; label: (name: string) => string; onClick: () => void };

function Name({ name, label, onClick }: NameProps) {
  const say = useAuditTexts();
  if (name === null) return <Text c="dimmed">{say('hidden')}</Text>;
  return (
    <Anchor component="button" type="button" ta="start" aria-label={label(name)} onClick={onClick}>
      <PersonName name={name} />
    </Anchor>
  );
}
