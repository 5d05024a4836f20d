import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Native = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'style' | 'color' | 'content' | 'translate'>;

/** A link inside a text; knows the addresses of the application. */
export const TextLink = createLink((props: AnchorProps & Native & { ref?: Ref<HTMLAnchorElement> }) => (
  <Anchor {...props} />
));

/** The one button of a screen where it leads to another address. */
export const ButtonLink = createLink((props: ButtonProps & Native & { ref?: Ref<HTMLAnchorElement> }) => (
  <Button component="a" {...props} />
));
