// An image from another host would tell that host who reads what.

package import Diagnostics

extension Rule {
  /// An image on another host.
  package static let remoteImage = Rule(
    "remote-image", .error,
    explanation: """
      An image is to be fetched from another website. Pages never do that: it would tell that website who reads what, \
      and leave a hole when it is gone. Its description is shown instead.

      Save the image beside the text and name it by its path:

          ![Dashboard with three alarms](dashboard.png)
      """)
}
