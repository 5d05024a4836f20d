import { Menu, UnstyledButton } from '@mantine/core';
import { type Membership, sessionAnswer } from '@nastavnik/contracts/session';
import { useMutation } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useStaffTexts } from '../../features/staff/staff-texts.ts';
import { ask } from '../../lib/api/api.ts';
import { type Standing, standingsOf } from '../../lib/employee.ts';
import { useSession } from '../../lib/session.ts';
import { IconCheck, IconDown } from '../../ui/icons.ts';
import { toldRefusal } from '../../ui/toast.tsx';
import { useAppTexts } from '../app-texts.ts';
import classes from './top.module.css';

type Place = { readonly membership: Membership; readonly standing: Standing };

/**
 * The organisation one works in now and, for whoever is somebody in several places or somebody twice in one, as whom:
 * the way from one to another is a choice that is made here and seen on every page.
 */
export function OrganizationSwitch() {
  const say = useAppTexts();
  const { active, memberships } = useSession();
  const { pathname } = useLocation();
  const words = useStandingWords();
  const change = useMutation({
    mutationFn: ({ membership }: Place) =>
      ask('POST', '/session/organization', sessionAnswer, { body: { tenantId: membership.tenantId } }),
    // Everything on the screen belongs to the old organisation, so the page starts anew.
    onSuccess: (_session, { standing }) => globalThis.location.assign(START[standing.at]),
    onError: toldRefusal,
  });
  const places: Place[] = memberships.flatMap((membership) =>
    standingsOf(membership).map((standing) => ({ membership, standing })),
  );
  const own = places.filter(({ membership }) => membership.tenantId === active?.tenantId);
  const at = pathname === '/my' || pathname.startsWith('/my/') ? 'own' : 'work';
  const now = own.find(({ standing }) => standing.at === at) ?? own[0];
  const name = (
    <>
      <img src="/icon.svg" alt="" width={28} height={28} />
      <span translate="no">
        {active?.organization ?? 'Наставник'}
        {places.length > 1 && now && (
          <small>
            <span className={classes['lead']}>{say('organization.as')} </span>
            {words(now.standing)}
          </small>
        )}
      </span>
    </>
  );
  if (places.length < 2) return <div className={classes['organization']}>{name}</div>;
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
        {places.map((place) => (
          <Menu.Item
            key={`${place.membership.tenantId} ${place.standing.at}`}
            aria-current={place === now}
            rightSection={place === now ? <IconCheck size={16} aria-hidden /> : null}
            onClick={() => change.mutate(place)}
          >
            {place.membership.organization}
            <small className={classes['as']}>{words(place.standing)}</small>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const START = { work: '/', own: '/my' } as const;

/** «куратор, классный руководитель»; that somebody works here is said only where there is nothing more to say. */
function useStandingWords(): (standing: Standing) => string {
  const role = useStaffTexts();
  const say = useAppTexts();
  return ({ at, roles }) => {
    const special = roles.filter((each) => each !== 'staff');
    if (special.length === 0)
      return at === 'work' ? role('role.staff').toLocaleLowerCase() : say('organization.asOneself');
    return special.map((each) => role(`role.${each}`).toLocaleLowerCase()).join(', ');
  };
}
