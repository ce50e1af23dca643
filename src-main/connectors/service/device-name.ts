/** How this sign-in is named in the portal's list of sessions: tells neither the computer's name nor its owner's. */
export function deviceName(platform: NodeJS.Platform): string {
  switch (platform) {
    case 'win32':
      return 'Portal Desk on Windows';
    case 'darwin':
      return 'Portal Desk on macOS';
    default:
      return 'Portal Desk on Linux';
  }
}
