import { Button, Stack, Text, Title } from '@mantine/core';
import type { Person } from '@nastavnik/contracts/staff';
import { useQuery } from '@tanstack/react-query';
import { IconPersonOff } from '../../ui/icons.ts';
import { Loading } from '../../ui/loading.tsx';
import { fullName } from '../../ui/person-name.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { undoable } from '../../ui/toast.tsx';
import { EmploymentSection } from './employment-section.tsx';
import { InviteSection } from './invite-section.tsx';
import { LookSection } from './look-section.tsx';
import { NamesSection } from './names-section.tsx';
import { PostsSection } from './posts-section.tsx';
import { RolesSection } from './roles-section.tsx';
import { personQuery, useChangePerson } from './staff.api.ts';
import { useStaffTexts } from './staff-texts.ts';

/** One person: names, posts, roles, the way in, and out. */
export function PersonPanel({ personId }: { personId: string }) {
  const { data, error, refetch } = useQuery(personQuery(personId));
  if (error) return <RefusalMessage error={error} again={() => void refetch()} />;
  if (!data) return <Loading />;
  return <PersonCard person={data} />;
}

function PersonCard({ person }: { person: Person }) {
  const say = useStaffTexts();
  const off = useChangePerson(person.id);
  const switchOff = () =>
    off.mutate(
      { method: 'POST', path: '/deactivate' },
      {
        onSuccess: () =>
          undoable(say('person.wentOff', { name: person.shortName }), () =>
            off.mutateAsync({ method: 'POST', path: '/restore' }),
          ),
      },
    );
  return (
    <Stack gap="lg">
      <Stack gap={4}>
        <Title order={2}>{fullName(person)}</Title>
        {!person.active && (
          <div>
            <StateBadge tone="quiet">{say('person.isOff')}</StateBadge>
          </div>
        )}
      </Stack>
      {!person.works && (
        <div>
          <StateBadge tone="quiet">{say('person.gone')}</StateBadge>
        </div>
      )}
      <PostsSection person={person} />
      <RolesSection person={person} />
      <EmploymentSection personId={person.id} />
      {person.active && <InviteSection person={person} />}
      {person.active && <LookSection person={person} />}
      {person.may.edit && <NamesSection key={person.id} person={person} />}
      {person.may.deactivate && (
        <Stack gap={4} align="flex-start">
          {person.active ? (
            <>
              <Button
                variant="default"
                leftSection={<IconPersonOff size={18} aria-hidden />}
                loading={off.isPending}
                onClick={switchOff}
              >
                {say('person.off')}
              </Button>
              <Text size="sm" c="dimmed">
                {say('person.offHint')}
              </Text>
            </>
          ) : (
            <Button loading={off.isPending} onClick={() => off.mutate({ method: 'POST', path: '/restore' })}>
              {say('person.back')}
            </Button>
          )}
          <RefusalMessage error={off.error} />
        </Stack>
      )}
    </Stack>
  );
}
