//! Names and definitions of the scores.

use crate::message;
use crate::messages::Message;
use crate::prediction::scores::Predictor;

/// Label of a score.
pub(super) fn label(by: Predictor) -> Message {
    match by {
        Predictor::CommonNeighbours => message!("predict-common-neighbours"),
        Predictor::AdamicAdar => message!("predict-adamic-adar"),
        Predictor::ResourceAllocation => message!("predict-resource-allocation"),
        Predictor::PreferentialAttachment => message!("predict-preferential-attachment"),
    }
}

/// Definition of a score.
pub(super) fn definition(by: Predictor) -> Message {
    match by {
        Predictor::CommonNeighbours => message!("predict-common-neighbours-definition"),
        Predictor::AdamicAdar => message!("predict-adamic-adar-definition"),
        Predictor::ResourceAllocation => message!("predict-resource-allocation-definition"),
        Predictor::PreferentialAttachment => message!("predict-preferential-attachment-definition"),
    }
}
