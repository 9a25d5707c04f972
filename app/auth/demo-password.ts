/** The password of every demonstration account, shown on /demo. Accounts with it exist in demonstrations only. */
export const demoPassword = "demonstration only";
