import { Button } from '@mantine/core';
import { useState } from 'react';
import { Section } from '../../ui/section.tsx';
import { actOf, type TodaySection } from './choose-sections.ts';
import { EntryRow } from './entry-row.tsx';
import classes from './today.module.css';
import { useTodayTexts } from './today-texts.ts';

const FIRST = 7;

type EntriesSectionProps = TodaySection & {
  /** Occurrence → why it is late; only those who see the figures are told. */
  reasons?: ReadonlyMap<string, string | null> | undefined;
};

/** One list of items; a long one shows its beginning, because the first ones are the most pressing. */
export function EntriesSection({ list, entries, reasons }: EntriesSectionProps) {
  const say = useTodayTexts();
  const [all, setAll] = useState(false);
  const shown = all ? entries : entries.slice(0, FIRST);
  const rest = entries.length - shown.length;
  return (
    <Section title={`${say(`section.${list}`)} · ${entries.length}`} lead={useLead(list, entries)}>
      <ul className={classes['list']}>
        {shown.map((entry) => (
          <EntryRow
            key={entry.occurrenceId ?? entry.itemId}
            entry={entry}
            act={actOf(list, entry)}
            reason={list === 'late' && reasons && entry.occurrenceId ? reasons.get(entry.occurrenceId) : undefined}
          />
        ))}
      </ul>
      {rest > 0 && (
        <Button variant="subtle" w="fit-content" onClick={() => setAll(true)}>
          {say('showAll', { count: rest })}
        </Button>
      )}
    </Section>
  );
}

function useLead(list: TodaySection['list'], entries: TodaySection['entries']): string | undefined {
  const say = useTodayTexts();
  if (list === 'late') return say(entries.every((entry) => entry.mine) ? 'lead.lateMine' : 'lead.late');
  return list === 'waitingForMe' || list === 'onRequest' ? say(`lead.${list}`) : undefined;
}
