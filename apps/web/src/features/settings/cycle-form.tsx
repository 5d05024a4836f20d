import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { cycle } from '@nastavnik/contracts/settings';
import { idAnswer } from '@nastavnik/contracts/staff';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import { ask } from '../../lib/api/api.ts';
import { DateField } from '../../ui/date-field.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { useUiTexts } from '../../ui/ui-texts.ts';
import { cyclesQuery } from './settings.api.ts';
import { useSettingsTexts } from './settings-texts.ts';

type CycleFormProps = { cycle: z.infer<typeof cycle> | undefined; onDone: () => void };

export function CycleForm({ cycle: known, onDone }: CycleFormProps) {
  const say = useSettingsTexts();
  const sayUi = useUiTexts();
  const client = useQueryClient();
  const [title, setTitle] = useState(known?.title ?? '');
  const [start, setStart] = useState<PlainDate | null>(known?.start ?? null);
  const [end, setEnd] = useState<PlainDate | null>(known?.end ?? null);
  const save = useMutation({
    mutationFn: () =>
      ask(known ? 'PUT' : 'POST', known ? `/cycles/${known.id}` : '/cycles', idAnswer, {
        body: { title: title.trim(), start, end },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: cyclesQuery.queryKey });
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={say('cycles.name')}
          placeholder={say('cycles.nameExample')}
          required
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Group>
          <DateField label={say('cycles.from')} required value={start} onChange={setStart} />
          <DateField label={say('cycles.to')} required value={end} onChange={setEnd} min={start ?? undefined} />
        </Group>
        <RefusalMessage error={save.error} />
        <Group gap="xs">
          <Button type="submit" loading={save.isPending}>
            {say('save')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {sayUi('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
