import { Button, Group, NativeSelect, Text } from '@mantine/core';
import type { Person } from '@nastavnik/contracts/staff';
import type { Role } from '@nastavnik/domain/access/roles';
import { useState } from 'react';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { undoable } from '../../ui/toast.tsx';
import { useChangePerson } from './staff.api.ts';
import { useStaffTexts } from './staff-texts.ts';

/** Roles that are given by hand; the others come with a pair, a child or an agreement. */
const GIVEN: readonly Role[] = [
  'curator',
  'director',
  'deputyDirector',
  'workingGroupMember',
  'methodAssociationHead',
  'classTeacher',
  'psychologist',
  'personnelOfficer',
  'siteEditor',
  'dataProtectionOfficer',
  'municipalCoordinator',
  'regionalCoordinator',
  'systemAdministrator',
];

export function RolesSection({ person }: { person: Person }) {
  const say = useStaffTexts();
  const change = useChangePerson(person.id);
  // Every employee is «staff»: that is no role to give or to take.
  const held = person.roles.filter((one) => !one.endedOn && one.role !== 'staff');
  const free = GIVEN.filter((role) => !held.some((one) => one.role === role));
  const [chosen, setChosen] = useState<Role>();
  const next = chosen && free.includes(chosen) ? chosen : free[0];
  const give = (role: Role, scope: string | null) =>
    change.mutateAsync({ method: 'POST', path: '/roles', body: { role, scope, startedOn: null } });
  const take = (one: Person['roles'][number]) =>
    change.mutate(
      { method: 'DELETE', path: `/roles/${one.id}` },
      {
        onSuccess: () =>
          undoable(say('roles.taken', { role: say(`role.${one.role}`) }), () => give(one.role, one.scope)),
      },
    );
  return (
    <Section title={say('roles.title')}>
      {held.length === 0 && <Text c="dimmed">{say('roles.empty')}</Text>}
      {held.map((one) => (
        <Group key={one.id} justify="space-between" wrap="nowrap">
          <Text>{say(`role.${one.role}`)}</Text>
          {person.may.giveRoles && (
            <Button
              variant="subtle"
              color="gray"
              size="xs"
              aria-label={`${say('roles.take')}: ${say(`role.${one.role}`)}`}
              onClick={() => take(one)}
            >
              {say('roles.take')}
            </Button>
          )}
        </Group>
      ))}
      {person.may.giveRoles && next && (
        <Group align="flex-end" gap="xs">
          <NativeSelect
            label={say('roles.add')}
            flex="1 1 14rem"
            data={free.map((role) => ({ value: role, label: say(`role.${role}`) }))}
            value={next}
            onChange={(event) => setChosen(GIVEN.find((role) => role === event.currentTarget.value))}
          />
          <Button
            variant="default"
            loading={change.isPending}
            onClick={() => void give(next, null).catch(() => undefined)}
          >
            {say('person.add')}
          </Button>
        </Group>
      )}
      <RefusalMessage error={change.error} />
    </Section>
  );
}
