import { Menu, UnstyledButton } from '@mantine/core';
import { sessionAnswer } from '@nastavnik/contracts/session';
import { useMutation } from '@tanstack/react-query';
import { ask } from '../../lib/api/api.ts';
import { useSession } from '../../lib/session.ts';
import { IconCheck, IconDown } from '../../ui/icons.ts';
import { toldRefusal } from '../../ui/toast.tsx';
import { useAppTexts } from '../app-texts.ts';
import classes from './top.module.css';

/** The organisation one works in now; with several memberships, the way to the others. */
export function OrganizationSwitch() {
  const say = useAppTexts();
  const { active, memberships } = useSession();
  const change = useMutation({
    mutationFn: (tenantId: string) => ask('POST', '/session/organization', sessionAnswer, { body: { tenantId } }),
    // Everything on the screen belongs to the old organisation, so the page starts anew.
    onSuccess: () => globalThis.location.assign('/'),
    onError: toldRefusal,
  });
  const name = (
    <>
      <img src="/icon.svg" alt="" width={28} height={28} />
      <span translate="no">{active?.organization ?? 'Наставник'}</span>
    </>
  );
  if (memberships.length < 2) return <div className={classes['organization']}>{name}</div>;
  return (
    <Menu position="bottom-start" shadow="md" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton className={classes['organization']}>
          {name}
          <IconDown size={18} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{say('organization.other')}</Menu.Label>
        {memberships.map((one) => (
          <Menu.Item
            key={one.tenantId}
            aria-current={one.tenantId === active?.tenantId}
            rightSection={one.tenantId === active?.tenantId ? <IconCheck size={16} aria-hidden /> : null}
            onClick={() => change.mutate(one.tenantId)}
          >
            {one.organization}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
