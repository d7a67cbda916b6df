/** Removes what is of no use any more. What cannot be removed now `manageImageCache` removes once it is old. */
export async function tidy(work: () => Promise<unknown>): Promise<void> {
  await work()
    .catch(work)
    .catch(() => {});
}
