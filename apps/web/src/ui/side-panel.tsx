import { Drawer, type DrawerProps } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useUiTexts } from './ui-texts.ts';

type SidePanelProps = {
  opened: boolean;
  title: ReactNode;
  size?: DrawerProps['size'];
  onClose: () => void;
  children: ReactNode;
};

/** A thing opened beside its list: at the right on a wide screen, the whole screen on a phone. Esc closes it. */
export function SidePanel({ opened, title, size = '34rem', onClose, children }: SidePanelProps) {
  const say = useUiTexts();
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      position="right"
      size={phone ? '100%' : size}
      transitionProps={{ duration: 140 }}
      overlayProps={{ backgroundOpacity: 0.25 }}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      {children}
    </Drawer>
  );
}
