import { ActionIcon, Button, Fieldset, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useLanguage } from '../../lib/texts.ts';
import { IconAdd, IconRemove } from '../../ui/icons.ts';
import { useParticipantsTexts } from './participants-texts.ts';

export type TimeWindow = { weekday: number; from: number; to: number };

type TimesFieldProps = { value: readonly TimeWindow[]; onChange: (times: TimeWindow[]) => void };

/** When the mentor has time: weekdays with hours, in minutes from midnight as the rules keep them. */
export function TimesField({ value, onChange }: TimesFieldProps) {
  const say = useParticipantsTexts();
  const language = useLanguage();
  const set = (place: number, change: Partial<TimeWindow>) =>
    onChange(value.map((each, at) => (at === place ? { ...each, ...change } : each)));
  return (
    <Fieldset legend={say('times.title')}>
      <Stack gap="sm">
        {value.map((each, place) => (
          <Group key={place} gap="xs" align="flex-end" wrap="nowrap">
            <NativeSelect
              label={say('times.day')}
              value={String(each.weekday)}
              data={WEEKDAYS.map((day) => ({ value: String(day), label: weekday(day, language) }))}
              onChange={(event) => set(place, { weekday: Number(event.currentTarget.value) })}
            />
            <TextInput
              type="time"
              label={say('times.from')}
              value={clock(each.from)}
              onChange={(event) => set(place, { from: minutes(event.currentTarget.value) ?? each.from })}
            />
            <TextInput
              type="time"
              label={say('times.to')}
              value={clock(each.to)}
              onChange={(event) => set(place, { to: minutes(event.currentTarget.value) ?? each.to })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={say('times.remove', { number: place + 1 })}
              onClick={() => onChange(value.filter((_, at) => at !== place))}
            >
              <IconRemove size={18} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Button
          variant="default"
          size="xs"
          w="fit-content"
          leftSection={<IconAdd size={16} aria-hidden />}
          onClick={() => onChange([...value, { weekday: 1, from: 15 * 60, to: 16 * 60 }])}
        >
          {say('times.add')}
        </Button>
      </Stack>
    </Fieldset>
  );
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6] as const;
/** A Monday, to have the names of weekdays from the language. */
const MONDAY = Date.UTC(2024, 0, 1);

function weekday(day: number, language: string): string {
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    MONDAY + (day - 1) * 86_400_000,
  );
}

function clock(at: number): string {
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}

function minutes(text: string): number | undefined {
  const [hours, rest] = text.split(':').map(Number);
  return hours === undefined || rest === undefined || Number.isNaN(hours + rest) ? undefined : hours * 60 + rest;
}
