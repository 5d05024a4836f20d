import { Avatar, Menu, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { takesPart } from '../../lib/employee.ts';
import { useMay, useSession } from '../../lib/session.ts';
import { signOut } from '../../lib/sign-out.ts';
import {
  IconBell,
  IconDevice,
  IconMe,
  IconMyData,
  IconOrganization,
  IconPalette,
  IconShield,
  IconSignOut,
} from '../../ui/icons.ts';
import { toldRefusal } from '../../ui/toast.tsx';
import { useAppTexts } from '../app-texts.ts';
import classes from './top.module.css';

export function AccountMenu() {
  const say = useAppTexts();
  const { user, active } = useSession();
  const name = user?.name ?? '';
  const addsOrganizations = useMay('addOrganizations');
  const leave = (where: 'here' | 'everywhere') => void signOut(where).catch(toldRefusal);
  return (
    <Menu position="bottom-end" shadow="md" withinPortal={false} withInitialFocusPlaceholder={false} width={290}>
      <Menu.Target>
        <UnstyledButton className={classes['account']} aria-label={say('account.menu', { name })}>
          <Avatar name={name} color="teal" size={34} aria-hidden />
          <span className={classes['wide']}>{name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label translate="no">{name}</Menu.Label>
        <Menu.Item component={Link} to="/account" leftSection={<IconShield size={18} aria-hidden />}>
          {say('account.security')}
        </Menu.Item>
        <Menu.Item component={Link} to="/account/reminders" leftSection={<IconBell size={18} aria-hidden />}>
          {say('account.reminders')}
        </Menu.Item>
        {!takesPart(active) && (
          <Menu.Item component={Link} to="/my" leftSection={<IconMe size={18} aria-hidden />}>
            {say('account.my')}
          </Menu.Item>
        )}
        <Menu.Item component={Link} to="/my/data" leftSection={<IconMyData size={18} aria-hidden />}>
          {say('account.myData')}
        </Menu.Item>
        <Menu.Item component={Link} to="/settings/look" leftSection={<IconPalette size={18} aria-hidden />}>
          {say('account.look')}
        </Menu.Item>
        {addsOrganizations && (
          <Menu.Item component={Link} to="/organizations" leftSection={<IconOrganization size={18} aria-hidden />}>
            {say('account.organizations')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<IconSignOut size={18} aria-hidden />} onClick={() => leave('here')}>
          {say('account.signOut')}
        </Menu.Item>
        <Menu.Item leftSection={<IconDevice size={18} aria-hidden />} onClick={() => leave('everywhere')}>
          {say('account.signOutEverywhere')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
