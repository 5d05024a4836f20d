import { Button, Group, Text } from '@mantine/core';
import type { cycle } from '@nastavnik/contracts/settings';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { spanInWords } from '../../lib/dates/dates.ts';
import { useMay, useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { Loading } from '../../ui/loading.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { CycleForm } from './cycle-form.tsx';
import { cyclesQuery } from './settings.api.ts';
import { SettingsFrame } from './settings-frame.tsx';
import { useSettingsTexts } from './settings-texts.ts';

type Cycle = z.infer<typeof cycle>;

/** The programme's periods: the newest first, one form at a time. */
export function CyclesPage() {
  const say = useSettingsTexts();
  const may = useMay('manageSettings');
  const [editing, setEditing] = useState<string>();
  const { data, error, refetch } = useQuery(cyclesQuery);
  const cycles = (data?.cycles ?? []).toSorted((one, other) => other.start.localeCompare(one.start));
  return (
    <SettingsFrame lead={say('cycles.lead')}>
      <Section
        title={say('cycles.title')}
        actions={
          may && editing === undefined ? (
            <Button variant="default" onClick={() => setEditing('new')}>
              {say('cycles.add')}
            </Button>
          ) : null
        }
      >
        {error && <RefusalMessage error={error} again={() => void refetch()} />}
        {!data && !error && <Loading lines={2} />}
        {data && cycles.length === 0 && <Text c="dimmed">{say('cycles.empty')}</Text>}
        {editing === 'new' && <CycleForm cycle={undefined} onDone={() => setEditing(undefined)} />}
        {cycles.map((one) =>
          editing === one.id ? (
            <CycleForm key={one.id} cycle={one} onDone={() => setEditing(undefined)} />
          ) : (
            <CycleLine
              key={one.id}
              cycle={one}
              onEdit={may && editing === undefined ? () => setEditing(one.id) : undefined}
            />
          ),
        )}
      </Section>
    </SettingsFrame>
  );
}

function CycleLine({ cycle, onEdit }: { cycle: Cycle; onEdit: (() => void) | undefined }) {
  const say = useSettingsTexts();
  const today = useToday();
  const language = useLanguage();
  const running = cycle.start <= today && today <= cycle.end;
  return (
    <Group justify="space-between">
      <div>
        <Group gap="xs">
          <Text fw={600}>{cycle.title}</Text>
          {running && <StateBadge tone="open">{say('cycles.now')}</StateBadge>}
        </Group>
        <Text size="sm" c="dimmed">
          {spanInWords(cycle, today, language)}
        </Text>
      </div>
      {onEdit && (
        <Button variant="subtle" size="xs" onClick={onEdit}>
          {say('cycles.change')}
        </Button>
      )}
    </Group>
  );
}
