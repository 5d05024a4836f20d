import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { type CollectiveBody, office } from '@nastavnik/contracts/staff';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useToday } from '../../lib/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { fullName } from '../../ui/person-name.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { peopleQuery, useChangeBody } from './staff.api.ts';
import { useStaffTexts } from './staff-texts.ts';

export function AddMember({ body }: { body: CollectiveBody }) {
  const say = useStaffTexts();
  const today = useToday();
  const { data } = useQuery(peopleQuery({ state: 'active' }));
  const [personId, setPersonId] = useState('');
  const [as, setAs] = useState<string>('member');
  const [startedOn, setStartedOn] = useState<PlainDate | null>(today);
  const add = useChangeBody();
  const inside = new Set(body.members.filter((member) => !member.endedOn).map((member) => member.personId));
  const free = (data?.people ?? []).filter((person) => !inside.has(person.id));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(
      { method: 'POST', path: `/${body.id}/members`, body: { personId, office: as, startedOn, endedOn: null } },
      {
        onSuccess: () => {
          setPersonId('');
          setAs('member');
        },
      },
    );
  };
  return (
    <Section title={say('members.add')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <NativeSelect
            label={say('members.person')}
            required
            data={[
              { value: '', label: say('members.choose') },
              ...free.map((person) => ({ value: person.id, label: fullName(person) })),
            ]}
            value={personId}
            onChange={(event) => setPersonId(event.currentTarget.value)}
          />
          <Group align="flex-end">
            <NativeSelect
              label={say('members.office')}
              data={office.options.map((value) => ({ value, label: say(`office.${value}`) }))}
              value={as}
              onChange={(event) => setAs(event.currentTarget.value)}
            />
            <DateField label={say('members.from')} required value={startedOn} onChange={setStartedOn} />
          </Group>
          <RefusalMessage error={add.error} />
          <Button type="submit" w="fit-content" loading={add.isPending}>
            {say('person.add')}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
