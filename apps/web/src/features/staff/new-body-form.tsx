import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { bodyKind, idAnswer } from '@nastavnik/contracts/staff';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { type FormEvent, useState } from 'react';
import { DateField } from '../../ui/date-field.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { useChangeBody } from './staff.api.ts';
import { useStaffTexts } from './staff-texts.ts';

export function NewBodyForm({ onAdded }: { onAdded: (bodyId: string) => void }) {
  const say = useStaffTexts();
  const [kind, setKind] = useState<string>('workingGroup');
  const [name, setName] = useState('');
  const [orderNumber, setOrderNumber] = useState('');
  const [orderDate, setOrderDate] = useState<PlainDate | null>(null);
  const add = useChangeBody(idAnswer);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(
      {
        method: 'POST',
        path: '',
        body: { kind, name: name.trim(), orderNumber: orderNumber.trim() || null, orderDate },
      },
      { onSuccess: ({ id }) => onAdded(id) },
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <NativeSelect
          label={say('body.kind')}
          data={bodyKind.options.map((value) => ({ value, label: say(`body.kind.${value}`) }))}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value)}
        />
        <TextInput
          label={say('body.name')}
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group align="flex-end">
          <TextInput
            label={say('body.order')}
            value={orderNumber}
            onChange={(event) => setOrderNumber(event.currentTarget.value)}
          />
          <DateField label={say('body.orderDate')} value={orderDate} onChange={setOrderDate} />
        </Group>
        <RefusalMessage error={add.error} />
        <Button type="submit" w="fit-content" loading={add.isPending}>
          {say('bodies.add')}
        </Button>
      </Stack>
    </form>
  );
}
