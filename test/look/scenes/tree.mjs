// The syllabus tree as a learner meets it first.
export const tree = {
  sideBar: true,
  async steps(window) {
    await window.view('E資格');
    await window.row('').first().waitFor();
  },
};
