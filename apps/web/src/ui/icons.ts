/**
 * The vocabulary of pictures: one meaning, one icon. Named one by one from their own files, because the package's index
 * of five thousand icons costs every build seconds.
 */

export {
  default as IconStateLate,
  default as IconWarning,
} from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
export { default as IconUndo } from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
export { default as IconBack } from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
export { default as IconSort } from '@tabler/icons-react/dist/esm/icons/IconArrowsSort.mjs';
export { default as IconPupils } from '@tabler/icons-react/dist/esm/icons/IconBackpack.mjs';
export { default as IconBell } from '@tabler/icons-react/dist/esm/icons/IconBell.mjs';
export { default as IconStateOnRequest } from '@tabler/icons-react/dist/esm/icons/IconBellRinging.mjs';
export { default as IconOrganization } from '@tabler/icons-react/dist/esm/icons/IconBuilding.mjs';
export { default as IconCalendar } from '@tabler/icons-react/dist/esm/icons/IconCalendarEvent.mjs';
export { default as IconChart } from '@tabler/icons-react/dist/esm/icons/IconChartBar.mjs';
export { default as IconCheck } from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
export { default as IconDown } from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
export { default as IconPrevious } from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
export { default as IconFollowing } from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
export { default as IconUp } from '@tabler/icons-react/dist/esm/icons/IconChevronUp.mjs';
export { default as IconStateAhead } from '@tabler/icons-react/dist/esm/icons/IconCircle.mjs';
export { default as IconStateDone } from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
export { default as IconStateOpen } from '@tabler/icons-react/dist/esm/icons/IconCircleDot.mjs';
export { default as IconStateSoon } from '@tabler/icons-react/dist/esm/icons/IconClockHour4.mjs';
export { default as IconColumns } from '@tabler/icons-react/dist/esm/icons/IconColumns3.mjs';
export { default as IconCopy } from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
export { default as IconDevice } from '@tabler/icons-react/dist/esm/icons/IconDeviceLaptop.mjs';
export { default as IconMore } from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
export { default as IconDownload } from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
export { default as IconExternal } from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
export { default as IconEye } from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
export { default as IconImport } from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
export { default as IconFile } from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs';
export { default as IconMyData } from '@tabler/icons-react/dist/esm/icons/IconFingerprint.mjs';
export { default as IconQuestion } from '@tabler/icons-react/dist/esm/icons/IconHelpCircle.mjs';
export { default as IconHistory } from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs';
export { default as IconStateAwaiting } from '@tabler/icons-react/dist/esm/icons/IconHourglassHigh.mjs';
export { default as IconKey } from '@tabler/icons-react/dist/esm/icons/IconKey.mjs';
export { default as IconLink } from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
export { default as IconSignOut } from '@tabler/icons-react/dist/esm/icons/IconLogout.mjs';
export { default as IconNote } from '@tabler/icons-react/dist/esm/icons/IconNote.mjs';
export { default as IconPalette } from '@tabler/icons-react/dist/esm/icons/IconPalette.mjs';
export { default as IconClip } from '@tabler/icons-react/dist/esm/icons/IconPaperclip.mjs';
export { default as IconEdit } from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
export { default as IconPlay } from '@tabler/icons-react/dist/esm/icons/IconPlayerPlay.mjs';
export { default as IconAdd } from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
export { default as IconPrint } from '@tabler/icons-react/dist/esm/icons/IconPrinter.mjs';
export { default as IconRefresh } from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
export { default as IconRoadmap } from '@tabler/icons-react/dist/esm/icons/IconRoute.mjs';
export { default as IconStamp } from '@tabler/icons-react/dist/esm/icons/IconRubberStamp.mjs';
export { default as IconSearch } from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
export { default as IconSettings } from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
export { default as IconShield } from '@tabler/icons-react/dist/esm/icons/IconShieldLock.mjs';
export { default as IconSortUp } from '@tabler/icons-react/dist/esm/icons/IconSortAscending.mjs';
export { default as IconSortDown } from '@tabler/icons-react/dist/esm/icons/IconSortDescending.mjs';
export { default as IconToday } from '@tabler/icons-react/dist/esm/icons/IconSun.mjs';
export { default as IconRemove } from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
export { default as IconUpload } from '@tabler/icons-react/dist/esm/icons/IconUpload.mjs';
export { default as IconMe } from '@tabler/icons-react/dist/esm/icons/IconUserCircle.mjs';
export { default as IconPersonOff } from '@tabler/icons-react/dist/esm/icons/IconUserOff.mjs';
export { default as IconPersonAdd } from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
export { default as IconPeople } from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
export { default as IconGroup } from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs';
export { default as IconClose } from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
