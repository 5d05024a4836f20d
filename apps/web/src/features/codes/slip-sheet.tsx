import { List, Text } from '@mantine/core';
import type { accessCode } from '@nastavnik/contracts/access';
import { QRCodeSVG } from 'qrcode.react';
import type { z } from 'zod';
import { momentInWords } from '../../lib/dates/dates.ts';
import { useSession } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { useCodesTexts } from './codes-texts.ts';
import type { Receiver } from './receiver-choice.tsx';
import classes from './slip-sheet.module.css';

type SlipSheetProps = { codes: readonly z.infer<typeof accessCode>[]; receivers: readonly Receiver[] };

/** Slips to cut, two in a row: whose, the square code, the digits, and how one comes in. */
export function SlipSheet({ codes, receivers }: SlipSheetProps) {
  const say = useCodesTexts();
  const language = useLanguage();
  const organization = useSession().active?.organization ?? '';
  return (
    <ul className={classes['sheet']} aria-label={say('sheet')}>
      {codes.map((each) => {
        const children = receivers.find(({ id }) => id === each.personId)?.children ?? [];
        const about = children.length > 0 ? say('parentOf', { names: children.join(', ') }) : each.place;
        return (
          <li key={each.personId} className={classes['slip']}>
            <div className={classes['words']}>
              <Text fw={600} translate="no">
                {each.name}
              </Text>
              <Text size="sm">{[about, organization].filter(Boolean).join(' · ')}</Text>
              <Text className={classes['code'] ?? ''} translate="no">
                {each.code}
              </Text>
              <List size="sm" type="ordered" className={classes['how'] ?? ''}>
                <List.Item>{say('how.open', { address: addressOf(each.link) })}</List.Item>
                <List.Item>
                  {each.purpose === 'recovery'
                    ? say('how.recovery', { login: each.login })
                    : say('how.first', { login: each.login })}
                </List.Item>
              </List>
              <Text size="xs" c="dimmed">
                {say('until', { moment: momentInWords(each.expiresAt, language) })}
              </Text>
            </div>
            <QRCodeSVG value={each.link} size={112} marginSize={1} title={say('square', { name: each.name })} />
          </li>
        );
      })}
    </ul>
  );
}

/** «school.ru/invitation»: as a person types it. */
function addressOf(link: string): string {
  const { host, pathname } = new URL(link);
  return `${host}${pathname}`;
}
