import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { bodyKind, type CollectiveBody, idAnswer } from '@nastavnik/contracts/staff';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { type FormEvent, useState } from 'react';
import { DateField } from '../../ui/date-field.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { useChangeBody } from './staff.api.ts';
import { useStaffTexts } from './staff-texts.ts';

type BodyCard = Pick<CollectiveBody, 'kind' | 'name' | 'orderNumber' | 'orderDate'>;

export function NewBodyForm({ onAdded }: { onAdded: (bodyId: string) => void }) {
  const say = useStaffTexts();
  const add = useChangeBody(idAnswer);
  return (
    <BodyForm
      card={{ kind: 'workingGroup', name: '', orderNumber: null, orderDate: null }}
      action={say('bodies.add')}
      busy={add.isPending}
      error={add.error}
      onSave={(body) => add.mutate({ method: 'POST', path: '', body }, { onSuccess: ({ id }) => onAdded(id) })}
    />
  );
}

/** The card of a body that is already there: kind, name, order. */
export function EditBodyForm({ body }: { body: CollectiveBody }) {
  const say = useStaffTexts();
  const save = useChangeBody();
  return (
    <BodyForm
      card={body}
      action={say('person.save')}
      busy={save.isPending}
      error={save.error}
      onSave={(card) =>
        save.mutate(
          { method: 'PUT', path: `/${body.id}`, body: card },
          { onSuccess: () => toldAbout(say('person.saved')) },
        )
      }
    />
  );
}

type BodyFormProps = {
  card: BodyCard;
  action: string;
  busy: boolean;
  error: unknown;
  onSave: (card: BodyCard) => void;
};

function BodyForm({ card, action, busy, error, onSave }: BodyFormProps) {
  const say = useStaffTexts();
  const [kind, setKind] = useState(card.kind);
  const [name, setName] = useState(card.name);
  const [orderNumber, setOrderNumber] = useState(card.orderNumber ?? '');
  const [orderDate, setOrderDate] = useState<PlainDate | null>(card.orderDate);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave({ kind, name: name.trim(), orderNumber: orderNumber.trim() || null, orderDate });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <NativeSelect
          label={say('body.kind')}
          data={bodyKind.options.map((value) => ({ value, label: say(`body.kind.${value}`) }))}
          value={kind}
          onChange={(event) => setKind(bodyKind.parse(event.currentTarget.value))}
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
        <RefusalMessage error={error} />
        <Button type="submit" w="fit-content" loading={busy}>
          {action}
        </Button>
      </Stack>
    </form>
  );
}
